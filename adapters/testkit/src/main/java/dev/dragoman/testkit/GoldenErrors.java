// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.model.Records;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Golden errors: {@code error.meta} holds {@code status=429} and lines such as {@code header.retry-after=3}. */
final class GoldenErrors {
    private static final String HEADER = "header.";

    private final Courier courier;

    GoldenErrors(Courier courier) {
        this.courier = courier;
    }

    void check(GoldenCheck check, byte[] body) {
        Properties meta = properties(check.golden(), "error.meta");
        Map<String, String> headers = new TreeMap<>();
        for (String name : meta.stringPropertyNames()) {
            if (name.startsWith(HEADER)) {
                headers.put(name.substring(HEADER.length()), meta.getProperty(name));
            }
        }
        int status = Integer.parseInt(meta.getProperty("status", "400"));
        ChatError error = courier.dialect().errors().decode(status, headers, body);
        check.canonical("error.canonical.json", Records.with(error, "raw", null));
        EncodedError encoded = courier.dialect().errors().encode(error);
        Map<String, String> lower = new TreeMap<>();
        encoded.headers().forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        ChatError again = courier.dialect().errors().decode(encoded.status(), lower, encoded.body());
        ErrorKind expected = courier.kit().mergedErrorKinds().getOrDefault(error.kind(), error.kind());
        if (again.kind() != expected || !again.message().equals(error.message())) {
            throw new AssertionError("written again it reads as " + again + " instead of " + error);
        }
    }

    static Properties properties(GoldenCase golden, String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(golden.text(file).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
