// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that is still growing: what it began with, and what was added since. */
final class PartBuilder implements Part.Cases<Part> {
    private final Part opening;
    /** Text, refusal, reasoning, arguments or base64, whichever the part has. */
    private final StringBuilder body = new StringBuilder();

    private final StringBuilder transcript = new StringBuilder();
    private final List<StringBuilder> summaries = new ArrayList<>(0);
    private final List<Citation> citations = new ArrayList<>(0);
    private @Nullable String signature;
    private @Nullable String encrypted;
    private @Nullable Long expiresAt;

    PartBuilder(Part opening) {
        this.opening = opening;
    }

    void append(@Nullable String text) {
        if (text != null) {
            body.append(text);
        }
    }

    void appendTranscript(@Nullable String text) {
        if (text != null) {
            transcript.append(text);
        }
    }

    void appendSummary(int number, String text) {
        while (summaries.size() <= number) {
            summaries.add(new StringBuilder());
        }
        summaries.get(number).append(text);
    }

    void cite(Citation citation) {
        citations.add(citation);
    }

    void seal(@Nullable String newSignature, @Nullable String newEncrypted) {
        signature = newSignature != null ? newSignature : signature;
        encrypted = newEncrypted != null ? newEncrypted : encrypted;
    }

    void expiresAt(@Nullable Long seconds) {
        expiresAt = seconds != null ? seconds : expiresAt;
    }

    Part build() {
        return opening.accept(this);
    }

    @Override
    public Part text(Text part) {
        if (body.isEmpty() && citations.isEmpty()) {
            return part;
        }
        List<Citation> all = new ArrayList<>(part.citations());
        all.addAll(citations);
        return new Text(part.text() + body, all, part.signature(), part.cache(), part.extensions());
    }

    @Override
    public Part audio(Audio part) {
        return new Audio(
                grown(part.source()),
                part.id(),
                transcript.isEmpty() ? part.transcript() : orEmpty(part.transcript()) + transcript,
                expiresAt != null ? expiresAt : part.expiresAt(),
                part.cache(),
                part.extensions());
    }

    private @Nullable MediaSource grown(@Nullable MediaSource source) {
        if (body.isEmpty()) {
            return source;
        }
        return source instanceof MediaSource.Base64 base64
                ? new MediaSource.Base64(base64.mediaType(), base64.data() + body)
                : new MediaSource.Base64(null, body.toString());
    }

    @Override
    public Part toolCall(ToolCall part) {
        return body.isEmpty() ? part : part.withArguments(part.arguments() + body);
    }

    @Override
    public Part reasoning(Reasoning part) {
        List<String> summary = new ArrayList<>(part.summary());
        for (int i = 0; i < summaries.size(); i++) {
            if (i < summary.size()) {
                summary.set(i, summary.get(i) + summaries.get(i));
            } else {
                summary.add(summaries.get(i).toString());
            }
        }
        return new Reasoning(
                body.isEmpty() ? part.text() : orEmpty(part.text()) + body,
                summary,
                signature != null ? signature : part.signature(),
                encrypted != null ? encrypted : part.encrypted(),
                part.id(),
                part.origin(),
                part.extensions());
    }

    @Override
    public Part refusal(Refusal part) {
        return body.isEmpty() ? part : new Refusal(part.text() + body, part.extensions());
    }

    @Override
    public Part image(Image part) {
        return part;
    }

    @Override
    public Part video(Video part) {
        return part;
    }

    @Override
    public Part document(Document part) {
        return part;
    }

    @Override
    public Part toolResult(ToolResult part) {
        return part;
    }

    @Override
    public Part opaque(Opaque part) {
        return part;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
