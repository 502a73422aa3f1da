// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A string that fits a schema: of its format, of its pattern, or words of the prompt. */
final class StringSample {
    private static final int MAX_LENGTH = 1000;
    /** Properties that ask for the whole prompt rather than for a name in it. */
    private static final Set<String> WHOLE = Set.of(
            "query", "q", "text", "prompt", "question", "message", "content", "input", "request", "body", "summary");

    private final PromptHints hints;

    StringSample(PromptHints hints) {
        this.hints = hints;
    }

    String of(Map<String, Object> schema, String name) {
        if (schema.get("pattern") instanceof String pattern) {
            String sample = PatternSample.of(pattern);
            if (sample != null) {
                return sample;
            }
        }
        if (schema.get("format") instanceof String format) {
            String sample = ofFormat(format);
            if (!sample.isEmpty()) {
                return sample;
            }
        }
        String words = WHOLE.contains(name.toLowerCase(Locale.ROOT)) ? hints.text() : hints.phrase();
        return fit(words.isEmpty() ? "demo" : words, schema);
    }

    private static String ofFormat(String format) {
        return switch (format) {
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "date" -> "2026-01-01";
            case "time" -> "12:00:00Z";
            case "duration" -> "PT1H";
            case "email", "idn-email" -> "demo@example.org";
            case "hostname", "idn-hostname" -> "example.org";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "uri", "url", "iri" -> "https://example.org/";
            case "uri-reference", "iri-reference" -> "/demo";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            case "json-pointer" -> "/demo";
            case "byte", "base64" -> "ZGVtbw==";
            default -> "";
        };
    }

    private static String fit(String words, Map<String, Object> schema) {
        Double least = JsonTree.number(schema.get("minLength"));
        Double most = JsonTree.number(schema.get("maxLength"));
        StringBuilder text = new StringBuilder(words);
        while (least != null && text.codePointCount(0, text.length()) < Math.min(least, MAX_LENGTH)) {
            text.append(' ').append(words);
        }
        int length = text.codePointCount(0, text.length());
        if (most != null && most >= 0 && length > most) {
            text.setLength(text.offsetByCodePoints(0, most.intValue()));
        }
        return text.toString();
    }
}
