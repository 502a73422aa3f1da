// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a profile, which knows where it was written. Immutable.
 *
 * @param kind what it is
 * @param text the text of a scalar; empty otherwise
 * @param plain whether a scalar was written without quotes, so that it may be a number or a truth
 * @param members of a map, in order
 * @param elements of a list
 * @param place file and line, such as {@code acme.yaml:12}
 */
record YamlNode(
        Kind kind, String text, boolean plain, Map<String, YamlNode> members, List<YamlNode> elements, String place) {
    /** What a value is. */
    enum Kind {
        MAP,
        LIST,
        SCALAR
    }

    static YamlNode scalar(String text, boolean plain, String place) {
        return new YamlNode(Kind.SCALAR, text, plain, Map.of(), List.of(), place);
    }

    static YamlNode map(Map<String, YamlNode> members, String place) {
        return new YamlNode(Kind.MAP, "", false, new LinkedHashMap<>(members), List.of(), place);
    }

    static YamlNode list(List<YamlNode> elements, String place) {
        return new YamlNode(Kind.LIST, "", false, Map.of(), List.copyOf(elements), place);
    }

    boolean isMap() {
        return kind == Kind.MAP;
    }

    boolean isList() {
        return kind == Kind.LIST;
    }

    boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    boolean isNull() {
        return isScalar() && plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    boolean isTruth() {
        return isScalar() && plain && (text.equals("true") || text.equals("false"));
    }

    boolean isNumber() {
        return isScalar() && plain && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }

    boolean isTrue() {
        return isScalar() && text.equals("true");
    }

    /** The member of this name; {@code null} if absent or null. */
    @Nullable YamlNode get(String name) {
        YamlNode member = members.get(name);
        return member == null || member.isNull() ? null : member;
    }

    /** Hands the member on, unless it is absent or null. */
    void ifPresent(String name, Consumer<YamlNode> reader) {
        YamlNode member = get(name);
        if (member != null) {
            reader.accept(member);
        }
    }

    /** Hands the member on, null included, unless it is absent. */
    void ifSaid(String name, Consumer<YamlNode> reader) {
        YamlNode member = members.get(name);
        if (member != null) {
            reader.accept(member);
        }
    }

    /** The member that the schema demands. */
    YamlNode member(String name) {
        YamlNode member = members.get(name);
        if (member == null) {
            throw fault("the key '" + name + "' is missing: add it");
        }
        return member;
    }

    /** What the function makes of the member; {@code null} if there is none. */
    <T> @Nullable T find(String name, Function<YamlNode, T> reader) {
        YamlNode member = get(name);
        return member == null ? null : member.read(reader);
    }

    /** What the function makes of the member; the other value if there is none. */
    <T> T get(String name, Function<YamlNode, T> reader, T otherwise) {
        YamlNode member = get(name);
        return member == null ? otherwise : member.read(reader);
    }

    /** What the function makes of this; what it complains about is told with file and line. */
    <T> T read(Function<YamlNode, T> reader) {
        try {
            return reader.apply(this);
        } catch (ProfileFault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    /** Texts of a list, or the one of a scalar. */
    List<String> texts() {
        return isList() ? elements.stream().map(YamlNode::text).toList() : List.of(text);
    }

    /** The values of a list, or this alone. */
    List<YamlNode> each() {
        return isList() ? elements : List.of(this);
    }

    /** Members as texts. */
    Map<String, String> textMap() {
        Map<String, String> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(name, value.text()));
        return map;
    }

    /** The same value as JSON. */
    RawJson json() {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter writer = new JsonWriter(out)) {
            write(writer);
        }
        return RawJson.written(out);
    }

    private void write(JsonWriter out) {
        if (isMap()) {
            out.beginObject();
            members.forEach((name, value) -> {
                out.name(name);
                value.write(out);
            });
            out.endObject();
        } else if (isList()) {
            out.beginArray();
            elements.forEach(element -> element.write(out));
            out.endArray();
        } else if (isNull()) {
            out.nullValue();
        } else if (isTruth() || isNumber()) {
            out.value(RawJson.parse(text));
        } else {
            out.value(text);
        }
    }

    /**
     * This with the members of another on top: maps are joined, all else is replaced, and null takes a member out.
     *
     * @param whole names of members whose own members are replaced, not joined
     */
    YamlNode with(YamlNode other, Set<String> whole) {
        if (!isMap() || !other.isMap()) {
            return other;
        }
        Map<String, YamlNode> joined = new LinkedHashMap<>(members);
        other.members.forEach((name, value) -> {
            YamlNode old = joined.get(name);
            if (value.isNull()) {
                joined.remove(name);
            } else if (old == null) {
                joined.put(name, value);
            } else if (whole.contains(name)) {
                joined.put(name, old.replaced(value));
            } else {
                joined.put(name, old.with(value, whole));
            }
        });
        return map(joined, other.place);
    }

    private YamlNode replaced(YamlNode other) {
        if (!isMap() || !other.isMap()) {
            return other;
        }
        Map<String, YamlNode> joined = new LinkedHashMap<>(members);
        other.members.forEach((name, value) -> {
            if (value.isNull()) {
                joined.remove(name);
            } else {
                joined.put(name, value);
            }
        });
        return map(joined, other.place);
    }

    /** This without these members. */
    YamlNode without(List<String> names) {
        Map<String, YamlNode> rest = new LinkedHashMap<>(members);
        names.forEach(rest::remove);
        return map(rest, place);
    }

    /** A complaint that names file and line. */
    ProfileFault fault(String what) {
        return new ProfileFault(place + ": " + what);
    }

    /** Names of the members, for complaints. */
    List<String> names() {
        return new ArrayList<>(members.keySet());
    }

    @Override
    public String toString() {
        return place + " " + kind;
    }
}
