// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.SigningCredentials;
import dev.dragoman.dialect.UnsignedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people write, and what opens doors, is not in the text of any record of a request or an answer: such texts end up in logs.
 * Each record is made with a mark in everything that holds text, and may show the marks of {@link #HARMLESS} components alone.
 */
class SafeTextTest {
    private static final String MODEL = "dev/dragoman/model/";
    /** Those outside of the model that hold requests or keys. */
    private static final Set<Class<?>> WIRE = Set.of(
            WireRequest.class,
            DecodedRequest.class,
            EncodedRequest.class,
            UnsignedRequest.class,
            SigningCredentials.class);

    /** What says which one or of what kind something is, and not what it holds. */
    private static final Set<String> HARMLESS = Set.of(
            "byDialect",
            "callId",
            "code",
            "contextSize",
            "detail",
            "dialect",
            "format",
            "host",
            "id",
            "logitBias",
            "mediaType",
            "message",
            "method",
            "mode",
            "model",
            "name",
            "owner",
            "param",
            "path",
            "raw",
            "reason",
            "region",
            "retention",
            "serviceTier",
            "syntax",
            "systemFingerprint",
            "ttl",
            "type",
            "value",
            "vendor",
            "voice",
            "voiceId");

    /** Below that lists stay empty, since some records hold others of their own kind. */
    private static final int DEEP = 3;

    private static final Pattern MARK = Pattern.compile("mark-of-(\\w+)");

    private static List<Class<?>> records() throws Exception {
        Path classes = Path.of(WireRequest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve(MODEL))) {
            Stream<Class<?>> model = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())))
                    .filter(Class::isRecord);
            return Stream.concat(WIRE.stream(), model).toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.'), false, SafeTextTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record with marks in it. */
    private static Object make(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getName(), component.getGenericType(), depth + 1))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made: " + e.getCause(), e);
        }
    }

    private static Object value(String name, Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Object last = depth > DEEP ? null : value(name, arguments[arguments.length - 1], depth);
            return filled((Class<?>) generic.getRawType(), "/mark-of-" + name, last);
        }
        return plain(name, (Class<?>) type, depth);
    }

    /** A collection of one, or of none. */
    private static Object filled(Class<?> type, String key, Object value) {
        if (type == Map.class) {
            return value == null ? Map.of() : Map.of(key, value);
        } else if (type == Set.class) {
            return value == null ? Set.of() : Set.of(value);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static Object plain(String name, Class<?> type, int depth) {
        String mark = "/mark-of-" + name;
        if (type == String.class) {
            return mark;
        } else if (type == RawJson.class) {
            return RawJson.parse("{\"" + mark + "\":1}");
        } else if (type == Extensions.class) {
            return Extensions.of("a", "b", RawJson.parse("\"" + mark + "\""));
        } else if (type == byte[].class) {
            return mark.getBytes(StandardCharsets.UTF_8);
        } else if (type == ReplyShape.class) {
            return ReplyShape.DEFAULT;
        } else if (type == int.class || type == Integer.class) {
            return 500;
        } else if (type == long.class || type == Long.class) {
            return 500L;
        } else if (type == double.class || type == Double.class) {
            return 0.5;
        } else if (type == boolean.class) {
            return false;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            return plain(name, type.getPermittedSubclasses()[0], depth);
        }
        return type.isRecord() ? make(type, depth) : null;
    }

    @Test
    void shows_no_content() throws Exception {
        Map<String, Set<String>> shown = new TreeMap<>();
        List<Class<?>> records = records();
        for (Class<?> type : records) {
            Matcher marks = MARK.matcher(String.valueOf(make(type, 0)));
            while (marks.find()) {
                if (!HARMLESS.contains(marks.group(1))) {
                    shown.computeIfAbsent(type.getName(), absent -> new TreeSet<>())
                            .add(marks.group(1));
                }
            }
        }
        assertThat(records).hasSizeGreaterThan(60);
        assertThat(shown).isEmpty();
    }
}
