// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dragoman.json.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads JSON texts as trees that keep every digit, and writes them. */
public final class JsonTrees {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonTrees() {}

    /** The tree of a text, which must be exactly one JSON value without a name given twice. */
    public static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "not JSON: " + e.getMessage() + "\n" + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    /** The tree of a text, which must be exactly one JSON value without a name given twice. */
    public static JsonNode parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The tree of a value. */
    public static JsonNode parse(RawJson json) {
        return parse(json.toBytes());
    }

    /** The tree of a text; {@code null} if it is not JSON. */
    public static @Nullable JsonNode parseOrNull(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            return tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The text of a tree, without white space. */
    public static byte[] write(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text of a tree on several lines, the last one ended. */
    public static String pretty(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }
}
