// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a streamed answer, one after another: text and thoughts as they come, calls and pictures whole. */
final class OllamaChatPartWriter {
    private static final String PARTS = "choices[0].message.parts";

    private final OllamaChatLineWriter lines;
    private final Losses losses;
    private final OllamaChatReplyFitter fitter;
    private final StringBuilder arguments = new StringBuilder();
    private String path = "";

    /** The part that is being written, as it began; {@code null} between parts and for those without a place. */
    private @Nullable Part open;

    private @Nullable OllamaChatThoughtWriter thought;
    private boolean written;
    private boolean textBefore;
    private int thoughts;
    private int calls;

    OllamaChatPartWriter(OllamaChatLineWriter lines, Losses losses) {
        this.lines = lines;
        this.losses = losses;
        this.fitter = new OllamaChatReplyFitter(losses);
    }

    boolean anyCalls() {
        return calls > 0;
    }

    /** @param partPath canonical path of the part */
    void begin(Part part, String partPath) {
        path = partPath;
        open = fitter.fit(part, path);
        written = false;
        if (open instanceof Text text) {
            text(text);
        } else if (open instanceof Reasoning reasoning) {
            thought = new OllamaChatThoughtWriter(thoughts++, reasoning, lines);
            thought.begin();
            textBefore = false;
        } else if (open instanceof ToolCall call) {
            arguments.setLength(0);
            arguments.append(call.arguments());
        } else if (open instanceof Image image && image.source() instanceof MediaSource.Base64 base64) {
            lines.message("", json -> json.field("images", List.of(base64.data())));
            textBefore = false;
        }
    }

    private void text(Text text) {
        Signature signature = text.signature();
        if (textBefore && signature == null) {
            losses.add(LossKind.MOVED, Severity.NOTE, PARTS, "the texts of an answer are one string there");
        }
        if (signature == null) {
            words(text.text());
            return;
        }
        written = true;
        lines.message(text.text(), json -> {
            json.beginArray(OllamaChatThought.MEMBER);
            OllamaChatThought.write(signature, json);
            json.endArray();
        });
    }

    /** Sound was reported with its part. */
    void grow(ChatEvent.OfPart event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.ArgumentsDelta delta) {
            arguments.append(delta.text());
        } else if (event instanceof ChatEvent.CitationAdded) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".citations", "texts carry no citations");
        } else if (thought != null) {
            thought.grow(event);
        }
    }

    private void words(String text) {
        if (open instanceof Text && !text.isEmpty()) {
            written = true;
            lines.message(text, json -> {});
        }
    }

    void end() {
        if (thought != null) {
            thought.end();
            thought = null;
        } else if (open instanceof ToolCall call) {
            call(call.withArguments(arguments.toString()));
            textBefore = false;
        } else if (open instanceof Text) {
            if (!written) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path, "an empty text says nothing");
            }
            textBefore |= written;
        }
        open = null;
    }

    private void call(ToolCall call) {
        if (call.kind() == ToolKind.FUNCTION) {
            ObjectArguments.report(call.arguments(), path + ".arguments", losses);
        }
        int number = calls++;
        lines.message("", json -> {
            json.beginArray("tool_calls");
            OllamaChatToolCall.write(call, number, json);
            json.endArray();
        });
    }
}
