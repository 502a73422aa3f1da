// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value inside of a tree, and where it stands.
 *
 * @param path its path, such as {@code messages[0].content}
 * @param parent the object or array that holds it
 * @param name its name in an object; empty in an array
 * @param index its number in an array; -1 in an object
 */
public record JsonPlace(String path, JsonNode parent, String name, int index) {
    /** All values inside of a tree, the tree itself not among them, in the order of the text. */
    public static List<JsonPlace> in(JsonNode tree) {
        List<JsonPlace> places = new ArrayList<>();
        collect("", tree, places);
        return places;
    }

    private static void collect(String path, JsonNode node, List<JsonPlace> places) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey();
                add(new JsonPlace(path.isEmpty() ? name : path + "." + name, node, name, -1), places);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(new JsonPlace(path + "[" + i + "]", node, "", i), places);
            }
        }
    }

    private static void add(JsonPlace place, List<JsonPlace> places) {
        places.add(place);
        collect(place.path(), place.value(), places);
    }

    /** The value. */
    public JsonNode value() {
        JsonNode value = index < 0 ? parent.get(name) : parent.get(index);
        if (value == null) {
            throw new IllegalStateException("nothing at " + path);
        }
        return value;
    }

    /** Puts another value here. */
    public void replace(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(index, value);
        }
    }

    /** Takes the value away. */
    public void remove() {
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array) {
            array.remove(index);
        }
    }
}
