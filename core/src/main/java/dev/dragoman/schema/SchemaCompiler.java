// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a JSON schema down to what a vendor takes of it. Constraints that the vendor refuses become words in the description,
 * and each is a loss.
 */
public final class SchemaCompiler {
    private static final Set<String> MAPS = Set.of("properties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("anyOf", "allOf", "oneOf", "prefixItems");
    private static final Set<String> SINGLES =
            Set.of("items", "not", "if", "then", "else", "contains", "propertyNames", "additionalItems");
    private static final CompiledSchemas COMPILED = new CompiledSchemas();
    private static final JsonTree FALSE = new JsonTree.Leaf(RawJson.FALSE);

    private final SchemaRules rules;
    private final Losses losses;

    private SchemaCompiler(SchemaRules rules, Losses losses) {
        this.rules = rules;
        this.losses = losses;
    }

    /**
     * The schema as the vendor takes it; {@code null} if it cannot be compiled, which is not reported: it refers to itself or to
     * another place.
     *
     * @param path canonical path of the schema, for losses
     */
    public static @Nullable RawJson compile(RawJson schema, SchemaRules rules, String path, Losses losses) {
        CompiledSchemas.Key key = new CompiledSchemas.Key(schema, rules, path);
        return COMPILED.get(key, losses, found -> compileAnew(schema, rules, path, found));
    }

    private static @Nullable RawJson compileAnew(RawJson schema, SchemaRules rules, String path, Losses losses) {
        JsonTree tree = JsonTree.parse(schema);
        if (SchemaReferences.leadAstray(tree, rules.recursion())) {
            return null;
        }
        JsonTree compiled = new SchemaCompiler(rules, losses).schema(tree, path);
        return compiled.equals(tree) ? schema : compiled.toRaw();
    }

    private JsonTree schema(JsonTree tree, String path) {
        if (!(tree instanceof JsonTree.Members object)) {
            return tree;
        }
        Map<String, JsonTree> out = new LinkedHashMap<>();
        List<String> told = new ArrayList<>(0);
        boolean lone = !rules.besideReferences() && object.members().containsKey("$ref");
        object.members().forEach((name, value) -> {
            if (lone && !name.startsWith("$")) {
                losses.approximated(path + "." + name, rules.target() + " takes nothing beside a reference");
            } else {
                member(name, value, path + "." + name, out, told);
            }
        });
        if (rules.closedObjects() && isObject(object)) {
            close(object, path, out);
        }
        if (rules.requiredMembers() && isObject(object)) {
            require(object, path, out);
        }
        if (!told.isEmpty()) {
            out.put("description", description(out.get("description"), told));
        }
        return new JsonTree.Members(out);
    }

    private void member(String name, JsonTree value, String path, Map<String, JsonTree> out, List<String> told) {
        if (rules.refused().contains(name) || isRefused(name, value)) {
            losses.approximated(path, rules.target() + " takes no '" + name + "'; the description tells it");
            told.add(name + ": " + value.toRaw());
        } else if (name.equals("const") && !rules.constants()) {
            losses.add(LossKind.EMULATED, Severity.NOTE, path, rules.target() + " knows an enum of one value only");
            out.put("enum", new JsonTree.Elements(List.of(value)));
        } else if (name.equals("oneOf") && !rules.oneOf() && !out.containsKey("anyOf")) {
            losses.approximated(path, rules.target() + " knows 'anyOf' only");
            out.put("anyOf", list(value, path));
        } else if (MAPS.contains(name) && value instanceof JsonTree.Members map) {
            Map<String, JsonTree> schemas = new LinkedHashMap<>();
            map.members().forEach((key, inner) -> schemas.put(key, schema(inner, path + "." + key)));
            out.put(name, new JsonTree.Members(schemas));
        } else if (LISTS.contains(name)) {
            out.put(name, list(value, path));
        } else if (SINGLES.contains(name) || (name.equals("additionalProperties") && !rules.closedObjects())) {
            out.put(name, schema(value, path));
        } else {
            out.put(name, value);
        }
    }

    /** Whether the keyword is refused with this value. */
    private boolean isRefused(String name, JsonTree value) {
        return switch (name) {
            case "minItems" -> exceeds(value);
            case "format" -> !rules.formats().isEmpty() && !rules.formats().contains(text(value));
            case "pattern" -> rules.refusedInPatterns().stream().anyMatch(text(value)::contains);
            default -> false;
        };
    }

    private JsonTree list(JsonTree value, String path) {
        if (!(value instanceof JsonTree.Elements array)) {
            return value;
        }
        List<JsonTree> schemas = new ArrayList<>(array.elements().size());
        for (int i = 0; i < array.elements().size(); i++) {
            schemas.add(schema(array.elements().get(i), path + "[" + i + "]"));
        }
        return new JsonTree.Elements(schemas);
    }

    private boolean exceeds(JsonTree minItems) {
        try {
            return minItems instanceof JsonTree.Leaf leaf
                    && Double.parseDouble(leaf.json().toString()) > rules.mostMinItems();
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private void close(JsonTree.Members object, String path, Map<String, JsonTree> out) {
        JsonTree given = object.members().get("additionalProperties");
        if (given instanceof JsonTree.Elements
                || (given instanceof JsonTree.Leaf leaf
                        && !leaf.json().equals(RawJson.TRUE)
                        && !leaf.json().equals(RawJson.FALSE))) {
            // No schema at all: for the vendor to refuse.
            return;
        }
        if (!FALSE.equals(given)) {
            losses.approximated(
                    path + ".additionalProperties", rules.target() + " takes objects without further members only");
        }
        out.put("additionalProperties", FALSE);
    }

    /** An object that requires none of its properties requires the first. */
    private void require(JsonTree.Members object, String path, Map<String, JsonTree> out) {
        JsonTree required = object.members().get("required");
        boolean silent = required == null
                || (required instanceof JsonTree.Elements names
                        && names.elements().isEmpty());
        if (!silent
                || !(object.members().get("properties") instanceof JsonTree.Members properties)
                || properties.members().isEmpty()) {
            return;
        }
        String first = properties.members().keySet().iterator().next();
        losses.approximated(
                path + ".required", rules.target() + " takes objects that require something; '" + first + "' is");
        out.put("required", new JsonTree.Elements(List.of(new JsonTree.Leaf(RawJson.string(first)))));
    }

    private static boolean isObject(JsonTree.Members object) {
        JsonTree type = object.members().get("type");
        if (type instanceof JsonTree.Leaf leaf) {
            return leaf.json().equals(RawJson.string("object"));
        }
        if (type instanceof JsonTree.Elements types) {
            return types.elements().contains(new JsonTree.Leaf(RawJson.string("object")));
        }
        return object.members().containsKey("properties");
    }

    private static JsonTree description(@Nullable JsonTree given, List<String> told) {
        String text = given == null ? "" : text(given);
        String before = text.isEmpty() ? "" : text + " ";
        return new JsonTree.Leaf(RawJson.string(before + "(" + String.join(", ", told) + ")"));
    }

    /** The string that this is; empty if it is none. */
    private static String text(JsonTree value) {
        if (value instanceof JsonTree.Leaf leaf && leaf.json().isString()) {
            try (var in = leaf.json().reader()) {
                return in.string();
            }
        }
        return "";
    }
}
