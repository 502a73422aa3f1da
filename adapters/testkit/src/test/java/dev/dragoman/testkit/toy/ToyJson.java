// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import dev.dragoman.testkit.model.Records;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CanonicalJson} writes, by reflection. */
public class ToyJson {
    /** The record of this type; every fault is a {@link ChatException} with the path. */
    public <T> T read(Class<T> type, JsonNode json) {
        return type.cast(record(type, json, ""));
    }

    /** The tree of a text. */
    public static ObjectNode object(byte[] text) {
        try {
            if (JsonTrees.parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid(null, "not JSON");
        }
        throw ChatException.invalid(null, "not an object");
    }

    private Object record(Class<?> type, JsonNode json, String path) {
        require(json.isObject(), path, "an object");
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            values.add(value(component.getAnnotatedType(), json.get(name), path.isEmpty() ? name : path + "." + name));
        }
        try {
            return Records.create(type, values);
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid(path, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object value(AnnotatedType type, @Nullable JsonNode json, String path) {
        Class<?> raw = type.getType() instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type.getType();
        if (json == null || json.isNull()) {
            if (type.isAnnotationPresent(Nullable.class)) {
                return null;
            }
            return absent(raw, path);
        }
        if (raw == List.class) {
            require(json.isArray(), path, "an array");
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < json.size(); i++) {
                list.add(value(argument(type, 0), json.get(i), path + "[" + i + "]"));
            }
            return list;
        } else if (raw == Map.class) {
            return map(argument(type, 1), json, path);
        } else if (raw == Extensions.class) {
            require(json.isObject(), path, "an object");
            Extensions extensions = Extensions.NONE;
            for (Map.Entry<String, JsonNode> dialect : json.properties()) {
                require(dialect.getValue().isObject(), path + "." + dialect.getKey(), "an object");
                for (Map.Entry<String, JsonNode> field : dialect.getValue().properties()) {
                    extensions = extensions.with(dialect.getKey(), field.getKey(), raw(field.getValue()));
                }
            }
            return extensions;
        } else if (raw.isSealed()) {
            return record(kind(raw, json, path), json, path);
        } else if (raw.isRecord()) {
            return record(raw, json, path);
        }
        return simple(raw, json, path);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private Object absent(Class<?> type, String path) {
        if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == Extensions.class) {
            return Extensions.NONE;
        } else if (type.isRecord()) {
            return record(type, JsonTrees.parse("{}"), path);
        }
        throw ChatException.invalid(path, "missing");
    }

    private Object map(AnnotatedType element, JsonNode json, String path) {
        require(json.isObject(), path, "an object");
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            map.put(entry.getKey(), value(element, entry.getValue(), path + "." + entry.getKey()));
        }
        return map;
    }

    private static Class<?> kind(Class<?> family, JsonNode json, String path) {
        for (Class<?> kind : family.getPermittedSubclasses()) {
            if (kind.getSimpleName().equals(json.path(CanonicalJson.TYPE).asText())) {
                return kind;
            }
        }
        throw ChatException.invalid(path, "unknown kind");
    }

    /** A value without inner structure. */
    protected Object simple(Class<?> type, JsonNode json, String path) {
        if (type == String.class) {
            require(json.isTextual(), path, "a string");
            return json.textValue();
        } else if (type == Boolean.class || type == boolean.class) {
            require(json.isBoolean(), path, "a boolean");
            return json.booleanValue();
        } else if (type == Double.class || type == double.class) {
            require(json.isNumber() && Double.isFinite(json.doubleValue()), path, "a number");
            return json.doubleValue();
        } else if (type == Integer.class || type == int.class) {
            require(json.isIntegralNumber() && json.canConvertToInt(), path, "an integer");
            return json.intValue();
        } else if (type == Long.class || type == long.class) {
            require(json.isIntegralNumber() && json.canConvertToLong(), path, "an integer");
            return json.longValue();
        } else if (type == RawJson.class) {
            return raw(json);
        }
        require(json.isTextual(), path, "a word");
        if (type == Duration.class) {
            try {
                return Duration.parse(json.textValue());
            } catch (DateTimeException e) {
                throw ChatException.invalid(path, "no duration");
            }
        }
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(json.textValue())) {
                return constant;
            }
        }
        throw ChatException.invalid(path, "unknown word");
    }

    private static RawJson raw(JsonNode json) {
        return RawJson.parse(JsonTrees.write(json));
    }

    private static void require(boolean condition, String path, String expected) {
        if (!condition) {
            throw ChatException.invalid(path, "expected " + expected);
        }
    }
}
