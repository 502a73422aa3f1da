// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.testkit.json.JsonTrees;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the model as JSON, by reflection. A record is an object of its components; one of a closed family says which in
 * {@code @type}. What is absent is left out: {@code null}, an empty list or map where {@code null} is not possible, a record
 * with nothing in it. {@link RawJson} stands as the value it is.
 */
public final class CanonicalJson {
    /** The member that names the kind of a value of a closed family. */
    public static final String TYPE = "@type";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    /** The JSON of a record, list, map or simple value. */
    public static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof RawJson json) {
            return JsonTrees.parse(json);
        } else if (value instanceof Extensions extensions) {
            return of(extensions.byDialect());
        } else if (value instanceof Record) {
            return record(value);
        } else if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(of(element)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, element) -> object.set(String.valueOf(key), of(element)));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Double || value instanceof Float) {
            return NODES.numberNode(BigDecimal.valueOf(((Number) value).doubleValue()));
        } else if (value instanceof Number number) {
            return NODES.numberNode(BigInteger.valueOf(number.longValue()));
        }
        return NODES.textNode(value.toString());
    }

    private static ObjectNode record(Object value) {
        ObjectNode object = NODES.objectNode();
        if (isOneOfAFamily(value.getClass())) {
            object.put(TYPE, value.getClass().getSimpleName());
        }
        for (RecordComponent component : Records.components(value.getClass())) {
            Object member = Records.get(component, value);
            if (member == null) {
                continue;
            }
            JsonNode json = of(member);
            if (!isNothing(component, member, json)) {
                object.set(component.getName(), json);
            }
        }
        return object;
    }

    private static boolean isOneOfAFamily(Class<?> type) {
        for (Class<?> family : type.getInterfaces()) {
            if (family.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNothing(RecordComponent component, Object member, JsonNode json) {
        boolean collection = member instanceof Record || member instanceof List || member instanceof Map;
        return collection && json.isEmpty() && !Records.isNullable(component);
    }
}
