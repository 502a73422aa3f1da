// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.Usage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a response object besides its output. The SDKs of OpenAI demand many that repeat the request: they come from the
 * request of the client, or say the API's default.
 */
final class OpenAiResponsesHead {
    private static final ExtensionWriter EXTENSIONS = new ExtensionWriter(OpenAiResponsesDialect.ID, Set.of());

    /** What is repeated, and what is said where the request said nothing. */
    private static final Map<String, RawJson> REPEATED = repeated();

    private final EncodeContext context;
    private final OpenAiResponsesReplyShape shape;
    private final String id;
    private final long created;
    private final String model;
    private final @Nullable String serviceTier;

    OpenAiResponsesHead(ChatEvent.ResponseStarted start, EncodeContext context) {
        this.context = context;
        shape = OpenAiResponsesReplyShape.of(context.shape());
        id = start.id() != null ? start.id() : "resp_" + context.ids().get();
        created = start.created() != null
                ? start.created()
                : context.clock().instant().getEpochSecond();
        String asked = context.model() != null ? context.model() : "unknown";
        model = start.model() != null ? start.model() : asked;
        serviceTier = start.serviceTier();
        if (start.systemFingerprint() != null) {
            context.losses().dropped("systemFingerprint", "the vendor's backend is not told");
        }
    }

    private static Map<String, RawJson> repeated() {
        Map<String, RawJson> members = new LinkedHashMap<>();
        members.put("instructions", RawJson.NULL);
        members.put("max_output_tokens", RawJson.NULL);
        members.put("max_tool_calls", RawJson.NULL);
        members.put("metadata", RawJson.EMPTY_OBJECT);
        members.put("parallel_tool_calls", RawJson.TRUE);
        members.put("previous_response_id", RawJson.NULL);
        members.put("prompt_cache_key", RawJson.NULL);
        members.put("reasoning", RawJson.parse("{\"effort\":null,\"summary\":null}"));
        members.put("safety_identifier", RawJson.NULL);
        members.put("temperature", RawJson.NULL);
        members.put("text", RawJson.parse("{\"format\":{\"type\":\"text\"}}"));
        members.put("tool_choice", RawJson.string("auto"));
        members.put("tools", RawJson.parse("[]"));
        members.put("top_logprobs", RawJson.number(0));
        members.put("top_p", RawJson.NULL);
        members.put("truncation", RawJson.string("disabled"));
        members.put("user", RawJson.NULL);
        return Collections.unmodifiableMap(members);
    }

    /** Writes the members of an answer that goes on. */
    void write(JsonWriter json) {
        members("in_progress", null, json);
        json.nullField("usage");
    }

    /**
     * Writes the members of an answer that ended.
     *
     * @param incomplete why it is incomplete; {@code null} if it is complete
     */
    void write(@Nullable String incomplete, @Nullable Usage usage, Extensions extensions, JsonWriter json) {
        boolean complete = incomplete == null;
        members(complete ? OpenAiResponsesStatus.COMPLETED : OpenAiResponsesStatus.INCOMPLETE, incomplete, json);
        if (complete) {
            json.field("completed_at", (Long) context.clock().instant().getEpochSecond());
        }
        if (usage == null) {
            json.nullField("usage");
        } else {
            json.name("usage");
            OpenAiResponsesUsage.encode(usage, json, context.losses());
        }
        EXTENSIONS.write(extensions, "", json, context.losses());
    }

    private void members(String status, @Nullable String incomplete, JsonWriter json) {
        json.field("id", id).field("object", "response").field("created_at", (Long) created);
        json.field("status", status).field("background", Boolean.FALSE).nullField("error");
        if (incomplete == null) {
            json.nullField("incomplete_details");
        } else {
            json.beginObject("incomplete_details").field("reason", incomplete).endObject();
        }
        json.field("model", model).field("store", Boolean.FALSE).nullField("access_programs");
        json.field("service_tier", serviceTier);
        REPEATED.forEach((name, usual) -> {
            RawJson asked = shape.echoes().get(name);
            json.field(name, asked == null || asked.isNull() ? usual : asked);
        });
    }
}
