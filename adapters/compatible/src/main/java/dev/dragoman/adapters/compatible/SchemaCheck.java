// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks a profile against the published JSON Schema, and complains with file and line. Knows the keywords that this schema uses:
 * {@code $ref}, {@code type}, {@code enum}, {@code pattern}, {@code properties}, {@code additionalProperties},
 * {@code required}, {@code items}, {@code anyOf}, {@code minItems}.
 */
final class SchemaCheck {
    private static final List<String> ANNOTATIONS =
            List.of("$schema", "$id", "title", "description", "$defs", "examples");

    private final YamlNode root;

    SchemaCheck(YamlNode schema) {
        this.root = schema;
    }

    /** @throws ProfileFault if the value does not fit */
    void check(YamlNode value) {
        check(value, root, "the profile");
    }

    private void check(YamlNode value, YamlNode schema, String what) {
        schema.members().forEach((keyword, rule) -> {
            switch (keyword) {
                case "$ref" -> check(value, definition(rule.text()), what);
                case "type" -> type(value, rule, what);
                case "enum" -> {
                    if (!rule.texts().contains(value.text())) {
                        throw value.fault(
                                what + " is '" + value.text() + "': write one of " + String.join(", ", rule.texts()));
                    }
                }
                case "pattern" -> {
                    if (value.isScalar()
                            && !Pattern.compile(rule.text())
                                    .matcher(value.text())
                                    .find()) {
                        throw value.fault(
                                what + " is '" + value.text() + "': " + hint(schema, "it must match " + rule.text()));
                    }
                }
                case "required" -> {
                    for (String name : rule.texts()) {
                        if (value.isMap() && !value.members().containsKey(name)) {
                            throw value.fault(what + " needs the key '" + name + "': add it");
                        }
                    }
                }
                case "properties", "additionalProperties" -> members(value, schema, what);
                case "items" -> value.elements().forEach(element -> check(element, rule, "an element of " + what));
                case "minItems" -> {
                    if (value.isList() && value.elements().size() < Integer.parseInt(rule.text())) {
                        throw value.fault(what + " needs " + rule.text() + " elements or more");
                    }
                }
                case "anyOf" -> anyOf(value, rule, schema, what);
                default -> {
                    if (!ANNOTATIONS.contains(keyword)) {
                        throw schema.fault("the schema uses '" + keyword + "', which is not known here");
                    }
                }
            }
        });
    }

    private void members(YamlNode value, YamlNode schema, String what) {
        if (!value.isMap()) {
            return;
        }
        YamlNode known = schema.get("properties");
        YamlNode others = schema.members().get("additionalProperties");
        value.members().forEach((name, member) -> {
            YamlNode rule = known == null ? null : known.members().get(name);
            if (rule != null) {
                if (!member.isNull()) {
                    check(member, rule, "'" + name + "'");
                }
            } else if (others != null && others.isMap()) {
                if (!member.isNull()) {
                    check(member, others, "'" + name + "'");
                }
            } else if (others != null && !others.isTrue()) {
                throw member.fault("unknown key '" + name + "' in " + what + ": remove it or write one of "
                        + (known == null
                                ? "none"
                                : String.join(
                                        ", ", new TreeSet<>(known.members().keySet()))));
            }
        });
    }

    private void anyOf(YamlNode value, YamlNode choices, YamlNode schema, String what) {
        ProfileFault nearest = null;
        for (YamlNode choice : choices.elements()) {
            try {
                check(value, choice, what);
                return;
            } catch (ProfileFault e) {
                nearest = isOfType(value, choice) ? e : nearest;
            }
        }
        throw nearest != null
                ? nearest
                : value.fault(what + ": " + hint(schema, "it has none of the forms it may have"));
    }

    private boolean isOfType(YamlNode value, YamlNode schema) {
        YamlNode ref = schema.get("$ref");
        YamlNode target = ref == null ? schema : definition(ref.text());
        YamlNode type = target.get("type");
        return type != null && fits(value, type.text());
    }

    private static void type(YamlNode value, YamlNode rule, String what) {
        if (rule.texts().stream().noneMatch(type -> fits(value, type))) {
            throw value.fault(what + " must be "
                    + String.join(
                            " or ", rule.texts().stream().map(SchemaCheck::name).toList()));
        }
    }

    private static boolean fits(YamlNode value, String type) {
        return switch (type) {
            case "object" -> value.isMap();
            case "array" -> value.isList();
            case "boolean" -> value.isTruth();
            case "integer" -> value.isNumber() && !value.text().contains(".");
            case "number" -> value.isNumber();
            // A word may look like a number.
            default -> value.isScalar();
        };
    }

    private static String name(String type) {
        return Map.of(
                        "object", "a map",
                        "array", "a list",
                        "boolean", "true or false",
                        "integer", "a whole number",
                        "number", "a number")
                .getOrDefault(type, "a text");
    }

    private static String hint(YamlNode schema, String otherwise) {
        YamlNode description = schema.get("description");
        return description == null ? otherwise : description.text();
    }

    private YamlNode definition(String reference) {
        YamlNode definitions = root.get("$defs");
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        YamlNode definition = definitions == null ? null : definitions.get(name);
        if (definition == null) {
            throw root.fault("the schema has no definition '" + name + "'");
        }
        return definition;
    }
}
