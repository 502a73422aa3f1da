// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code groundingMetadata}: sources, and which of them support which stretch of a part. Stretches are counted in bytes of UTF-8.
 * Source: {@code GroundingMetadata} of npm {@code @google/genai} 3.1.0.
 */
final class GeminiGrounding {
    static final String FIELD = "groundingMetadata";

    /** A page of the web, or another source with an address. */
    record Source(@Nullable String uri, @Nullable String title) {}

    /**
     * A stretch of a part and its sources.
     *
     * @param start first byte; {@code null} if not given
     * @param end byte after the last; {@code null} if not given
     * @param text the stretch itself; {@code null} if not given
     */
    record Support(
            int part,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text,
            List<Integer> sources) {}

    private final List<Source> sources = new ArrayList<>();
    private final List<Support> supports = new ArrayList<>();
    private boolean plain = true;

    private GeminiGrounding() {}

    static GeminiGrounding read(RawJson metadata) {
        GeminiGrounding grounding = new GeminiGrounding();
        if (metadata.isObject()) {
            try (JsonReader in = JsonReader.reply(metadata)) {
                grounding.members(in);
            }
        } else {
            grounding.plain = false;
        }
        return grounding;
    }

    private void members(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("groundingChunks") && in.isArray()) {
                in.beginArray();
                while (in.nextElement()) {
                    sources.add(source(in));
                }
            } else if (in.name().equals("groundingSupports") && in.isArray()) {
                in.beginArray();
                while (in.nextElement()) {
                    support(in);
                }
            } else {
                unknown(in);
            }
        }
    }

    private void unknown(JsonReader in) {
        plain = false;
        in.skip();
    }

    /** Whether citations tell all that it says. */
    boolean isPlain() {
        return plain;
    }

    List<Support> supports() {
        return supports;
    }

    /** Of {@code web}, {@code retrievedContext}, {@code maps} and the like: whatever has an address or a title. */
    private Source source(JsonReader in) {
        String uri = null;
        String title = null;
        if (!in.isObject()) {
            unknown(in);
            return new Source(null, null);
        }
        in.beginObject();
        while (in.nextField()) {
            if (!in.isObject()) {
                unknown(in);
                continue;
            }
            plain &= in.name().equals("web");
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if ((name.equals("uri") || name.equals("sourceUri")) && in.isString()) {
                    uri = in.string();
                } else if (name.equals("title") && in.isString()) {
                    title = in.string();
                } else {
                    unknown(in);
                }
            }
        }
        return new Source(uri, title);
    }

    private void support(JsonReader in) {
        if (!in.isObject()) {
            unknown(in);
            return;
        }
        int part = 0;
        Integer start = null;
        Integer end = null;
        String text = null;
        List<Integer> indices = new ArrayList<>();
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("segment") && in.isObject()) {
                in.beginObject();
                while (in.nextField()) {
                    switch (in.name()) {
                        case "partIndex" -> part = number(in, 0);
                        case "startIndex" -> start = number(in, 0);
                        case "endIndex" -> end = number(in, 0);
                        case "text" ->
                            text = in.isString() ? in.string() : in.raw().toString();
                        default -> unknown(in);
                    }
                }
            } else if (in.name().equals("groundingChunkIndices") && in.isArray()) {
                in.beginArray();
                while (in.nextElement()) {
                    indices.add(number(in, -1));
                }
            } else {
                unknown(in);
            }
        }
        // Zero is left out on the wire (proto3 JSON).
        if (start == null && end != null) {
            start = 0;
        }
        supports.add(new Support(part, start, end, text, indices));
    }

    private int number(JsonReader in, int otherwise) {
        if (!in.isNumber()) {
            unknown(in);
            return otherwise;
        }
        double value = in.number();
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : otherwise;
    }

    /**
     * The citations of a stretch in a text; {@code null} if the stretch is not one of this text.
     *
     * @param text the text of a part
     */
    @Nullable List<Citation> citations(Support support, String text) {
        Integer start = support.start() == null ? null : units(text, support.start());
        Integer end = support.end() == null ? null : units(text, support.end());
        boolean outside = isOutside(start) || isOutside(end) || (start != null && end != null && end < start);
        if (outside) {
            return null;
        }
        boolean another = support.text() != null
                && start != null
                && end != null
                && !text.substring(start, end).equals(support.text());
        if (another) {
            return null;
        }
        List<Citation> citations = new ArrayList<>(support.sources().size());
        for (int index : support.sources()) {
            if (index >= 0 && index < sources.size()) {
                Source source = sources.get(index);
                citations.add(new Citation(
                        Citation.Kind.WEB,
                        source.uri(),
                        source.title(),
                        null,
                        start,
                        end,
                        null,
                        null,
                        null,
                        Extensions.NONE));
            }
        }
        return citations;
    }

    private static boolean isOutside(@Nullable Integer place) {
        return place != null && place < 0;
    }

    /** How many UTF-16 units so many bytes of UTF-8 are; -1 if the text is shorter or a character would be cut. */
    static int units(String text, int bytes) {
        int units = 0;
        int left = bytes;
        while (left > 0 && units < text.length()) {
            int point = text.codePointAt(units);
            left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            units += Character.charCount(point);
        }
        return left == 0 ? units : -1;
    }

    /** How many bytes of UTF-8 so many UTF-16 units of a text are. */
    static int bytes(String text, int units) {
        return text.substring(0, Math.min(units, text.length())).getBytes(StandardCharsets.UTF_8).length;
    }
}
