// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.TokenLogprobs;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one event of a stream. */
final class OpenAiResponsesEvent {
    private String type = "";
    private int outputIndex = -1;
    private int contentIndex;
    private int summaryIndex;
    private @Nullable String delta;
    private @Nullable String whole;
    private @Nullable Part part;
    private List<TokenLogprob> logprobs = List.of();
    private @Nullable Citation annotation;
    private @Nullable OpenAiResponsesItem item;
    private @Nullable RawJson error;

    private OpenAiResponsesEvent() {}

    /** Reads an event; a response object in it goes into {@code reply}. */
    static OpenAiResponsesEvent read(JsonReader in, OpenAiResponsesReply reply) {
        OpenAiResponsesEvent event = new OpenAiResponsesEvent();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            event.field(in, reply);
        }
        if (event.type.isEmpty() && event.error == null) {
            throw in.missing("type");
        }
        if (event.type.equals("error") && event.error == null) {
            event.error = in.rawSince(mark);
        }
        return event;
    }

    private void field(JsonReader in, OpenAiResponsesReply reply) {
        switch (in.name()) {
            case "type" -> type = in.string();
            case "output_index" -> outputIndex = number(in);
            case "content_index" -> contentIndex = number(in);
            case "summary_index" -> summaryIndex = number(in);
            case "delta" -> delta = text(in, delta);
            case "text", "refusal", "arguments", "input" -> whole = text(in, whole);
            case "part" -> {
                if (in.isObject()) {
                    OpenAiResponsesContent.Told told = OpenAiResponsesContent.ofReply(in);
                    part = told.part();
                    logprobs = told.logprobs().isEmpty() ? logprobs : told.logprobs();
                } else {
                    in.skip();
                }
            }
            case "logprobs" -> logprobs = in.isArray() ? TokenLogprobs.decode(in) : skipped(in);
            case "annotation" -> annotation = in.isObject() ? OpenAiResponsesCitations.decode(in) : null;
            case "item" -> {
                if (in.isObject()) {
                    item = OpenAiResponsesItem.ofReply(in);
                } else {
                    in.skip();
                }
            }
            case "response" -> {
                if (in.isObject()) {
                    reply.read(in);
                } else {
                    in.skip();
                }
            }
            case "error" -> error = in.isNull() ? error : in.raw();
            default -> in.skip();
        }
    }

    private static List<TokenLogprob> skipped(JsonReader in) {
        in.skip();
        return List.of();
    }

    private static @Nullable String text(JsonReader in, @Nullable String old) {
        if (in.isString()) {
            return in.string();
        }
        in.skip();
        return old;
    }

    private static int number(JsonReader in) {
        Integer number = in.smallIntegerOrNull();
        if (number != null && (number < 0 || number > 100_000)) {
            throw in.invalid("an index is from 0 to 100000");
        }
        return number == null ? 0 : number;
    }

    String type() {
        return type;
    }

    /** Number of the item; -1 if it is not told. */
    int outputIndex() {
        return outputIndex;
    }

    int contentIndex() {
        return contentIndex;
    }

    int summaryIndex() {
        return summaryIndex;
    }

    @Nullable String delta() {
        return delta;
    }

    /** The whole text, refusal, arguments or input that a closing event repeats. */
    @Nullable String whole() {
        return whole;
    }

    @Nullable Part part() {
        return part;
    }

    /** The text of the part; {@code null} if it has none. */
    @Nullable String partText() {
        return part instanceof Text text ? text.text() : null;
    }

    List<TokenLogprob> logprobs() {
        return logprobs;
    }

    @Nullable Citation annotation() {
        return annotation;
    }

    @Nullable OpenAiResponsesItem item() {
        return item;
    }

    @Nullable RawJson error() {
        return error;
    }
}
