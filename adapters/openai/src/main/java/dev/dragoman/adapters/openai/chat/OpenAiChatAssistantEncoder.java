// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's own earlier messages in a request. Reasoning and signatures go back to the vendor that made them and to no other.
 */
final class OpenAiChatAssistantEncoder {
    private final JsonWriter json;
    private final Losses losses;
    private final @Nullable String vendor;
    private final OpenAiChatPartEncoder partEncoder;

    OpenAiChatAssistantEncoder(JsonWriter json, EncodeContext context, OpenAiChatPartEncoder partEncoder) {
        this.json = json;
        this.losses = context.losses();
        this.vendor = context.vendor();
        this.partEncoder = partEncoder;
    }

    void encode(List<Part> parts, int message) {
        String base = "messages[" + message + "].parts[";
        List<Part> content = new ArrayList<>(parts.size());
        List<String> contentPaths = new ArrayList<>(parts.size());
        List<ToolCall> calls = new ArrayList<>(0);
        List<String> callPaths = new ArrayList<>(0);
        List<Reasoning> thoughts = new ArrayList<>(0);
        Refusal refusal = null;
        Audio audio = null;
        int rank = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String path = base + i + "]";
            if (rank(part) < rank) {
                losses.add(
                        LossKind.MOVED,
                        path,
                        "a message here holds reasoning, content, refusal, audio, calls in order");
            }
            rank = Math.max(rank, rank(part));
            if (part instanceof ToolCall call) {
                calls.add(call);
                callPaths.add(path);
            } else if (part instanceof Reasoning thought) {
                if (issuedHere(thought.origin())) {
                    thoughts.add(thought);
                    OpenAiChatReplyParts.reasoning(thought, path, losses);
                } else {
                    losses.dropped(path, "reasoning goes back to the vendor that made it only");
                }
            } else if (part instanceof Refusal r
                    && refusal == null
                    && r.extensions().isEmpty()) {
                refusal = r;
            } else if (part instanceof Audio a && a.source() == null && a.id() != null && audio == null) {
                audio = a;
                spokenBefore(a, path);
            } else {
                content.add(part);
                contentPaths.add(path);
            }
        }
        content(content, contentPaths);
        if (refusal != null) {
            json.field("refusal", refusal.text());
        }
        if (audio != null) {
            json.beginObject("audio").field("id", audio.id());
            OpenAiChatDialect.EXTENSIONS.write(audio.extensions(), base + parts.indexOf(audio) + "]", json, losses);
            json.endObject();
        }
        annotations(content, contentPaths);
        reasoning(thoughts, content, contentPaths);
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            for (int i = 0; i < calls.size(); i++) {
                OpenAiChatToolCallEncoder.write(
                        withOwnSignature(calls.get(i), callPaths.get(i)), null, callPaths.get(i), json, losses);
            }
            json.endArray();
        }
    }

    private static int rank(Part part) {
        if (part instanceof Reasoning) {
            return 0;
        }
        if (part instanceof Refusal) {
            return 2;
        }
        if (part instanceof Audio) {
            return 3;
        }
        return part instanceof ToolCall ? 4 : 1;
    }

    private void content(List<Part> content, List<String> paths) {
        if (content.isEmpty()) {
            json.nullField("content");
        } else if (content.size() == 1
                && content.get(0) instanceof Text text
                && text.cache() == null
                && text.extensions().isEmpty()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            for (int i = 0; i < content.size(); i++) {
                Part part = content.get(i);
                // Citations and signatures are written beside the content.
                partEncoder.encode(part instanceof Text text ? bare(text) : part, paths.get(i));
            }
            json.endArray();
        }
    }

    private static Text bare(Text text) {
        return new Text(text.text(), List.of(), null, text.cache(), text.extensions());
    }

    /** Annotations belong to the first text when they are read back. */
    private void annotations(List<Part> content, List<String> paths) {
        boolean any = content.stream()
                .anyMatch(part -> part instanceof Text text
                        && text.citations().stream().anyMatch(OpenAiChatCitations::isExpressible));
        if (any) {
            json.beginArray("annotations");
        }
        int shift = 0;
        boolean first = true;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Text text) {
                for (int c = 0; c < text.citations().size(); c++) {
                    Citation citation = text.citations().get(c);
                    String path = paths.get(i) + ".citations[" + c + "]";
                    OpenAiChatCitations.encode(citation, shift, path, json, losses);
                    if (!first && OpenAiChatCitations.isExpressible(citation)) {
                        losses.add(LossKind.MOVED, Severity.NOTE, path, "annotations belong to the whole message");
                    }
                }
                shift += text.text().length();
                first = false;
            }
        }
        if (any) {
            json.endArray();
        }
    }

    private void reasoning(List<Reasoning> thoughts, List<Part> content, List<String> paths) {
        StringBuilder text = new StringBuilder();
        boolean shown = false;
        for (Reasoning thought : thoughts) {
            if (thought.text() != null) {
                shown = true;
                text.append(thought.text());
            }
        }
        if (shown) {
            json.field("reasoning_content", text.toString());
        }
        List<Text> signed = new ArrayList<>(0);
        List<Integer> numbers = new ArrayList<>(0);
        int number = 0;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Text t) {
                Signature signature = t.signature();
                if (signature != null) {
                    if (issuedHere(signature.origin())) {
                        signed.add(t);
                        numbers.add(number);
                    } else {
                        losses.dropped(paths.get(i) + ".signature", "a signature goes back to its issuer only");
                    }
                }
                number++;
            }
        }
        if (thoughts.isEmpty() && signed.isEmpty()) {
            return;
        }
        json.beginArray("reasoning_details");
        for (int i = 0; i < thoughts.size(); i++) {
            OpenAiChatReasoning.write(thoughts.get(i), i, thoughts.size() > 1, json);
        }
        for (int i = 0; i < signed.size(); i++) {
            Signature signature = Objects.requireNonNull(signed.get(i).signature());
            OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT_SIGNATURE, numbers.get(i), signature.origin(), json);
            json.field("signature", signature.value()).endObject();
        }
        json.endArray();
    }

    private ToolCall withOwnSignature(ToolCall call, String path) {
        Signature signature = call.signature();
        if (signature == null || issuedHere(signature.origin())) {
            return call;
        }
        losses.dropped(path + ".signature", "a signature goes back to its issuer only");
        return new ToolCall(
                call.id(), call.kind(), call.name(), call.arguments(), null, call.cache(), call.extensions());
    }

    private boolean issuedHere(@Nullable Origin origin) {
        return origin != null && origin.vendor().equals(vendor);
    }

    private void spokenBefore(Audio audio, String path) {
        if (audio.transcript() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".transcript", "the vendor knows what it said");
        }
        if (audio.expiresAt() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".expiresAt", "the vendor knows when it expires");
        }
        if (audio.cache() != null) {
            losses.dropped(path + ".cache", "spoken answers carry no caching breakpoint");
        }
    }
}
