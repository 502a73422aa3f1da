// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What can be read off a body or a stream, and how pieces of it are put together. */
enum Fact {
    /** What the user said. */
    USER,
    /** The instructions. */
    SYSTEM,
    /** Names of the tools on offer. */
    TOOLS,
    /** Names of the tools called in the history. */
    CALLED,
    /** Arguments of those calls, parsed. */
    CALLED_WITH,
    /** Texts of the tools' results. */
    RESULTS,
    /** Data of the image, base64 without its heading. */
    IMAGE,
    /** The most tokens of the answer. */
    MAX_TOKENS,
    /** Names of the properties of the answer's schema, sorted. */
    SCHEMA,
    /** How reasoning was asked for; each dialect has words of its own, so that only its presence counts. */
    THINK,
    /** The answer's text. */
    TEXT,
    /** The reasoning's text. */
    REASONING,
    /** Names of the tools that the answer calls. */
    CALLS,
    /** Arguments of those calls, parsed. */
    ARGUMENTS,
    /** The dialect's word for why it ended; the last one counts. */
    FINISH,
    /** Tokens that were read; the last count at each place, added up. */
    INPUT,
    /** Tokens that were written; the last count at each place, added up. */
    OUTPUT,
    /** The message of an error. */
    ERROR;

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The values of this fact in these bodies, one body or all frames of a stream, by the ways that lead to them. */
    List<String> read(List<Walk> ways, List<JsonNode> bodies) {
        return switch (this) {
            case TEXT, REASONING -> joined(ways, bodies);
            case FINISH, ERROR -> last(plain(ways, bodies));
            case INPUT, OUTPUT -> sum(ways, bodies);
            case CALLED_WITH, ARGUMENTS -> grouped(ways, bodies);
            case SCHEMA -> names(ways, bodies);
            case IMAGE -> plain(ways, bodies).stream().map(Fact::withoutHeading).toList();
            default -> plain(ways, bodies);
        };
    }

    private static List<String> plain(List<Walk> ways, List<JsonNode> bodies) {
        List<String> values = new ArrayList<>();
        for (JsonNode body : bodies) {
            ways.forEach(way -> way.follow(body, (key, value) -> {
                if (value.isValueNode() && !value.asText().isEmpty()) {
                    values.add(value.asText());
                }
            }));
        }
        return values;
    }

    private static List<String> joined(List<Walk> ways, List<JsonNode> bodies) {
        String whole = String.join("", plain(ways, bodies));
        return whole.isEmpty() ? List.of() : List.of(whole);
    }

    private static List<String> last(List<String> values) {
        return values.isEmpty() ? values : values.subList(values.size() - 1, values.size());
    }

    private static List<String> sum(List<Walk> ways, List<JsonNode> bodies) {
        boolean found = false;
        long sum = 0;
        for (Walk way : ways) {
            List<String> values = last(plain(List.of(way), bodies));
            found |= !values.isEmpty();
            sum += values.isEmpty() ? 0 : Long.parseLong(values.get(0));
        }
        return found ? List.of(Long.toString(sum)) : List.of();
    }

    private static List<String> grouped(List<Walk> ways, List<JsonNode> bodies) {
        Map<String, StringBuilder> pieces = new LinkedHashMap<>();
        int[] alone = {0};
        for (JsonNode body : bodies) {
            ways.forEach(way -> way.follow(body, (key, value) -> {
                String group = key.isEmpty() ? "alone " + alone[0]++ : key;
                String text = value.isTextual() ? value.textValue() : value.toString();
                pieces.computeIfAbsent(group, absent -> new StringBuilder()).append(text);
            }));
        }
        return pieces.values().stream().map(Fact::canonical).toList();
    }

    private static List<String> names(List<Walk> ways, List<JsonNode> bodies) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode body : bodies) {
            ways.forEach(way -> way.follow(body, (key, value) -> {
                JsonNode schema = value.isTextual() ? parse(value.textValue()) : value;
                (schema.has("properties") ? schema.get("properties") : schema)
                        .fieldNames()
                        .forEachRemaining(names::add);
            }));
        }
        return List.copyOf(names);
    }

    private static String withoutHeading(String data) {
        return data.startsWith("data:") ? data.substring(data.indexOf(',') + 1) : data;
    }

    /** JSON with its fields sorted and no white space, so that two spellings of one value are equal. */
    static String canonical(CharSequence json) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(parse(json.toString()), Object.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
