// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Canonical answer to whole answer. Source: {@code Response} of npm {@code openai} 7.55.0. */
final class OpenAiResponsesResponseEncoder {
    private static final String CHOICE = "choices[0]";

    private final EncodeContext context;
    private final Losses losses;
    private final JsonWriter json;
    private final OpenAiResponsesItemIds ids;
    private List<TokenLogprob> tokens = List.of();

    private OpenAiResponsesResponseEncoder(EncodeContext context, JsonWriter json) {
        this.context = context;
        this.losses = context.losses();
        this.json = json;
        this.ids = new OpenAiResponsesItemIds(context.ids());
    }

    static byte[] encode(ChatResponse response, EncodeContext context) {
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            new OpenAiResponsesResponseEncoder(context, json).encode(response);
        }
        return out.toBytes();
    }

    private void encode(ChatResponse response) {
        OpenAiResponsesHead head = new OpenAiResponsesHead(
                new ChatEvent.ResponseStarted(
                        response.id(),
                        response.model(),
                        response.created(),
                        response.serviceTier(),
                        response.systemFingerprint()),
                context);
        for (int i = 1; i < response.choices().size(); i++) {
            losses.dropped("choices[" + i + "]", "there is one answer");
        }
        json.beginObject();
        String incomplete = "content_filter";
        if (response.choices().isEmpty()) {
            json.beginArray("output").endArray();
        } else {
            Choice choice = response.choices().get(0);
            incomplete = OpenAiResponsesStatus.encode(
                    choice.finishReason(),
                    choice.message().parts().stream().anyMatch(Refusal.class::isInstance),
                    CHOICE + ".finishReason",
                    losses);
            choice(choice, incomplete == null ? OpenAiResponsesStatus.COMPLETED : OpenAiResponsesStatus.INCOMPLETE);
        }
        head.write(incomplete, response.usage(), response.extensions(), json);
        json.endObject();
    }

    private void choice(Choice choice, String lastStatus) {
        OpenAiResponsesReplyFitter fitter = new OpenAiResponsesReplyFitter(losses);
        List<Part> parts = new ArrayList<>(choice.message().parts().size());
        List<String> paths = new ArrayList<>(parts.size());
        for (int i = 0; i < choice.message().parts().size(); i++) {
            String path = CHOICE + ".message.parts[" + i + "]";
            Part fitted = fitter.fit(choice.message().parts().get(i), path);
            if (fitted != null) {
                parts.add(fitted);
                paths.add(path);
            }
        }
        tokens = choice.logprobs().content();
        json.beginArray("output");
        int i = 0;
        while (i < parts.size()) {
            int end = i + 1;
            while (end < parts.size() && OpenAiResponsesGroups.goesOn(parts.get(end - 1), parts.get(end))) {
                end++;
            }
            String status = end == parts.size() ? lastStatus : OpenAiResponsesStatus.COMPLETED;
            item(parts.subList(i, end), paths.get(i), status);
            i = end;
        }
        json.endArray();
        if (!tokens.isEmpty()) {
            losses.dropped(CHOICE + ".logprobs.content", "probabilities stand in a text, and there is none");
        }
        if (!choice.logprobs().refusal().isEmpty()) {
            losses.dropped(CHOICE + ".logprobs.refusal", "probabilities of refusals are not told");
        }
        if (choice.message().name() != null) {
            losses.dropped(CHOICE + ".message.name", "an answer has no speaker's name");
        }
        OpenAiResponsesDialect.EXTENSIONS.dropAll(choice.extensions(), CHOICE, losses);
        OpenAiResponsesDialect.EXTENSIONS.dropAll(choice.message().extensions(), CHOICE + ".message", losses);
    }

    private void item(List<Part> parts, String path, String status) {
        Part part = parts.get(0);
        if (part instanceof ToolCall call) {
            carry(call.signature());
            String arguments = call.arguments();
            if (call.kind() == ToolKind.FUNCTION && arguments.isBlank()) {
                losses.add(
                        LossKind.DEFAULTED,
                        Severity.NOTE,
                        path + ".arguments",
                        "arguments are the text of an object; it is empty");
                arguments = "{}";
            }
            OpenAiResponsesOutputItems.call(call, arguments, ids.of(call), status, json);
        } else if (part instanceof Reasoning thought) {
            String id = ids.of(thought);
            OpenAiResponsesThoughts.write(thought, id, OpenAiResponsesThoughts.encrypted(thought, id), json);
        } else if (part instanceof Opaque opaque) {
            json.value(opaque.json());
        } else {
            message(parts, status);
        }
    }

    private void message(List<Part> parts, String status) {
        carry(parts.get(0) instanceof Text text ? text.signature() : null);
        OpenAiResponsesOutputItems.beginMessage(
                ids.make("msg_"), status, parts.get(0).extensions(), json);
        json.beginArray("content");
        for (Part part : parts) {
            OpenAiResponsesContentEncoder.writeTold(part, part instanceof Text ? tokens : List.of(), json);
            tokens = part instanceof Text ? List.of() : tokens;
        }
        json.endArray().endObject();
    }

    /** An item of its own that carries the signature of what follows. */
    private void carry(@Nullable Signature signature) {
        if (signature != null) {
            String seal = ReasoningSeal.ofNext(signature).write();
            OpenAiResponsesThoughts.writeCarrier(ids.make("rs_"), seal, json);
        }
    }
}
