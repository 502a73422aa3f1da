// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.response.Logprobs;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code GenerateContentResponse}: a whole answer, or what a chunk of a stream adds to it. Source: that type of npm
 * {@code @google/genai} 3.1.0. Any member may be missing.
 */
final class GeminiChunk {
    /** What it adds to a candidate. */
    static final class Candidate {
        int index;
        final List<GeminiPart> parts = new ArrayList<>(2);

        @Nullable String finishReason;

        @Nullable RawJson grounding;

        Logprobs logprobs = Logprobs.NONE;
        final Map<String, RawJson> extra = new LinkedHashMap<>(0);
        final Map<String, RawJson> contentExtra = new LinkedHashMap<>(0);
    }

    static final String FEEDBACK = "promptFeedback";

    final List<Candidate> candidates = new ArrayList<>(1);
    final Map<String, RawJson> extra = new LinkedHashMap<>(0);

    @Nullable String responseId;

    @Nullable String modelVersion;

    @Nullable Long created;

    @Nullable GeminiUsage usage;

    @Nullable ChatError error;

    @Nullable String blockReason;

    private boolean known;

    private GeminiChunk() {}

    /** Whether it has a member that answers have. */
    boolean isAnswer() {
        return known;
    }

    static GeminiChunk read(JsonReader in) {
        GeminiChunk chunk = new GeminiChunk();
        in.beginObject();
        while (in.nextField()) {
            chunk.member(in, in.name());
        }
        return chunk;
    }

    private void member(JsonReader in, String name) {
        switch (name) {
            case "candidates" -> {
                known = true;
                candidates(in);
            }
            case "responseId" -> responseId = text(in, name);
            case "modelVersion" -> modelVersion = text(in, name);
            case "createTime" -> created = time(text(in, name));
            case GeminiUsage.FIELD -> {
                known = true;
                usage = GeminiUsage.read(in);
            }
            case FEEDBACK -> {
                known = true;
                feedback(in.raw());
            }
            case "error" -> {
                if (in.isNull()) {
                    in.skip();
                } else {
                    error = GeminiErrors.inStream(in.raw());
                }
            }
            default -> extra.put(name, in.raw());
        }
    }

    private @Nullable String text(JsonReader in, String name) {
        if (in.isNull() || in.isString()) {
            return in.stringOrNull();
        }
        extra.put(name, in.raw());
        return null;
    }

    private static @Nullable Long time(@Nullable String text) {
        try {
            return text == null ? null : (Long) Instant.parse(text).getEpochSecond();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The zero value, in either spelling, and the empty string block nothing. */
    private void feedback(RawJson feedback) {
        extra.put(FEEDBACK, feedback);
        if (!feedback.isObject()) {
            return;
        }
        int members = 0;
        try (JsonReader in = JsonReader.reply(feedback)) {
            in.beginObject();
            while (in.nextField()) {
                members++;
                if (in.name().equals("blockReason") && in.isString()) {
                    String reason = in.string();
                    blockReason = reason.isEmpty() || reason.endsWith("_UNSPECIFIED") ? null : reason;
                } else {
                    in.skip();
                }
            }
        }
        if (members == 1 && GeminiResponseEncoder.BLOCKED.equals(blockReason)) {
            extra.remove(FEEDBACK);
        }
    }

    private void candidates(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            Candidate candidate = new Candidate();
            in.beginObject();
            while (in.nextField()) {
                candidate(candidate, in, in.name());
            }
            candidates.add(candidate);
        }
    }

    private static void candidate(Candidate candidate, JsonReader in, String name) {
        switch (name) {
            case "index" -> {
                candidate.index = in.isNull() ? 0 : (int) in.integer();
                if (candidate.index < 0) {
                    throw in.invalid("candidates are numbered from 0");
                }
            }
            case "content" -> content(candidate, in);
            case "finishReason" -> candidate.finishReason = in.stringOrNull();
            case GeminiGrounding.FIELD -> {
                candidate.grounding = in.raw();
                candidate.extra.put(name, candidate.grounding);
            }
            case GeminiLogprobs.FIELD -> candidate.logprobs = GeminiLogprobs.decode(in);
            default -> candidate.extra.put(name, in.raw());
        }
    }

    private static void content(Candidate candidate, JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("parts")) {
                if (in.isNull()) {
                    continue;
                }
                in.beginArray();
                while (in.nextElement()) {
                    candidate.parts.add(GeminiPart.read(in));
                }
            } else if (in.name().equals("role")) {
                in.skip();
            } else {
                candidate.contentExtra.put(in.name(), in.raw());
            }
        }
    }
}
