// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of its answer, whole or with the end of a stream. The body names neither id nor model: the id is that of the
 * request, from its header. Source: {@code ConverseResponse} of the service model of botocore 1.43.107.
 */
final class BedrockConverseAnswer {
    /** Where the native fields of an answer stand. */
    static final String NATIVE = "additionalModelResponseFields";

    /** What an answer tells of its duration where nobody measured it. */
    static final RawJson UNMEASURED = RawJson.parse("{\"latencyMs\":0}");

    private final Origin origin;
    private final @Nullable String requestId;
    private @Nullable List<Part> content;
    private @Nullable String stopReason;
    private @Nullable String stopSequence;
    private @Nullable Usage usage;
    private @Nullable String serviceTier;
    private @Nullable RawJson tier;
    private boolean tierTold;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    BedrockConverseAnswer(ReplySource source) {
        origin = source.origin();
        requestId = source.requestId();
    }

    @Nullable List<Part> content() {
        return content;
    }

    boolean hasEnded() {
        return stopReason != null;
    }

    /** Reads a member: of the whole answer, or of the events that end a stream. */
    void field(JsonReader in) {
        String name = in.name();
        if (in.isNull()) {
            return;
        }
        switch (name) {
            case "output" -> output(in);
            case "stopReason" -> stopReason = in.string();
            case "usage" -> usage = BedrockConverseUsage.decode(in);
            case "serviceTier" -> {
                tier = in.raw();
                try (JsonReader again = JsonReader.reply(tier)) {
                    serviceTier = BedrockConverseTiers.decode(again);
                }
            }
            case "metrics" -> {
                RawJson metrics = in.raw();
                if (!metrics.equals(UNMEASURED)) {
                    unknown.put(name, metrics);
                }
            }
            case NATIVE -> natives(in.raw());
            // Random letters against the guessing of lengths.
            case "p" -> in.skip();
            default -> unknown.put(name, in.raw());
        }
    }

    private void output(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            if (!in.name().equals("message") || in.isNull()) {
                in.skip();
                continue;
            }
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("content") && !in.isNull()) {
                    content = BedrockConverseContent.ofAnswer(in, origin);
                } else {
                    in.skip();
                }
            }
        }
    }

    /** Claude tells here which stop sequence was met; in a stream its native events have it inside of {@code delta}. */
    private void natives(RawJson fields) {
        if (!fields.isObject()) {
            unknown.put(NATIVE, fields);
            return;
        }
        boolean others = false;
        try (JsonReader in = JsonReader.reply(fields)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("stop_sequence")) {
                    stopSequence = in.isString() ? in.string() : stopSequence;
                    in.skip();
                } else if (in.name().equals("delta") && in.isObject()) {
                    in.beginObject();
                    while (in.nextField()) {
                        boolean sequence = in.name().equals("stop_sequence");
                        others |= !sequence;
                        stopSequence = sequence && in.isString() ? in.string() : stopSequence;
                        in.skip();
                    }
                } else {
                    others = true;
                    in.skip();
                }
            }
        }
        if (others) {
            unknown.put(NATIVE, fields);
        }
    }

    void start(Consumer<? super ChatEvent> out) {
        tierTold = serviceTier != null;
        out.accept(new ChatEvent.ResponseStarted(requestId, null, null, serviceTier, null));
    }

    /** Tells the end. The tier of a stream comes too late for its beginning. */
    void finish(boolean calls, Consumer<? super ChatEvent> out) {
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(
                    Place.RESPONSE, 0, Extensions.of(BedrockConverseDialect.ID, unknown)));
        }
        out.accept(new ChatEvent.ChoiceFinished(0, BedrockConverseStopReasons.decode(stopReason, stopSequence, calls)));
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }

    /** Keeps the tier as a field of this dialect, where its canonical place has passed. */
    void keepTier() {
        if (tier != null && !tierTold) {
            unknown.put("serviceTier", tier);
        }
    }
}
