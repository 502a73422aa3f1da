// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments come in pieces ({@code streamFunctionCallArguments} of Vertex): values by their paths, strings in pieces of
 * their own. Source: {@code PartialArg} of npm {@code @google/genai} 3.1.0; empty containers after npm {@code @ai-sdk/google}
 * 4.0.121.
 */
final class GeminiPartialCall {
    private static final int LONGEST_PATH = 200;
    private static final int LARGEST_INDEX = 10_000;

    /** An object, an array, or a value. */
    private static final class Node {
        @Nullable Map<String, Node> members;

        @Nullable List<Node> elements;

        @Nullable StringBuilder text;

        RawJson value = RawJson.NULL;
    }

    private final int part;
    private final Node root = new Node();
    private @Nullable RawJson whole;

    GeminiPartialCall(int part) {
        this.part = part;
        root.members = new LinkedHashMap<>();
    }

    int part() {
        return part;
    }

    void take(GeminiCall call) {
        whole = call.args() != null ? call.args() : whole;
        RawJson pieces = call.partial();
        if (pieces == null) {
            return;
        }
        try (JsonReader in = JsonReader.reply(pieces)) {
            in.beginArray();
            while (in.nextElement()) {
                piece(in);
            }
        }
    }

    private void piece(JsonReader in) {
        String path = null;
        String text = null;
        RawJson value = null;
        in.beginObject();
        while (in.nextField()) {
            switch (GeminiNames.camel(in.name())) {
                case "jsonPath" -> path = in.stringOrNull();
                case "stringValue" -> text = in.stringOrNull();
                case "numberValue", "boolValue" -> value = in.raw();
                case "nullValue" -> {
                    value = RawJson.NULL;
                    in.skip();
                }
                default -> in.skip();
            }
        }
        if (path == null) {
            return;
        }
        Node node = at(path);
        if (text != null) {
            node.text = node.text == null ? new StringBuilder() : node.text;
            node.text.append(text);
        } else if (value != null) {
            node.value = value;
        }
    }

    /** The node at a path such as {@code $.a.b[0]}, made where there is none; {@code []} at its end makes an empty array. */
    private Node at(String path) {
        if (path.length() > LONGEST_PATH || !path.startsWith("$")) {
            throw unreadable(path);
        }
        Node node = root;
        int at = 1;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.') {
                int end = at + 1;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                node = member(node, path.substring(at + 1, end));
                at = end;
            } else if (c == '[') {
                int end = path.indexOf(']', at);
                if (end < 0) {
                    throw unreadable(path);
                }
                String inside = path.substring(at + 1, end);
                if (inside.isEmpty()) {
                    node.elements = node.elements == null ? new ArrayList<>() : node.elements;
                    return node;
                }
                char quote = inside.charAt(0);
                node = quote == '\'' || quote == '"'
                        ? member(node, inside.substring(1, Math.max(1, inside.length() - 1)))
                        : element(node, inside, path);
                at = end + 1;
            } else {
                throw unreadable(path);
            }
        }
        return node;
    }

    private static Node member(Node node, String name) {
        node.members = node.members == null ? new LinkedHashMap<>() : node.members;
        return node.members.computeIfAbsent(name, n -> new Node());
    }

    private static Node element(Node node, String number, String path) {
        int index;
        try {
            index = Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw unreadable(path);
        }
        if (index < 0 || index > LARGEST_INDEX) {
            throw unreadable(path);
        }
        node.elements = node.elements == null ? new ArrayList<>() : node.elements;
        while (node.elements.size() <= index) {
            node.elements.add(new Node());
        }
        return node.elements.get(index);
    }

    private static ChatException unreadable(String path) {
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
        return new ChatException(ChatError.of(
                ErrorKind.UPSTREAM, "The vendor's stream has an argument at an unreadable path: " + shown));
    }

    /** The text of the arguments so far. */
    String arguments() {
        if (whole != null) {
            return whole.toString();
        }
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            write(root, json);
        }
        return RawJson.written(out).toString();
    }

    private static void write(Node node, JsonWriter json) {
        if (node.members != null) {
            json.beginObject();
            node.members.forEach((name, member) -> {
                json.name(name);
                write(member, json);
            });
            json.endObject();
        } else if (node.elements != null) {
            json.beginArray();
            node.elements.forEach(element -> write(element, json));
            json.endArray();
        } else if (node.text != null) {
            json.value(node.text.toString());
        } else {
            json.value(node.value);
        }
    }
}
