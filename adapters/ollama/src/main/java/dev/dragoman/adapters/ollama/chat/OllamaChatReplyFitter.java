// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
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
import dev.dragoman.model.tool.ToolKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer: what it returns is written without a further loss but of its place. */
final class OllamaChatReplyFitter implements Part.Cases<Optional<Part>> {
    private final Losses losses;
    private String path = "";

    OllamaChatReplyFitter(Losses losses) {
        this.losses = losses;
    }

    /** The part as this dialect can say it; {@code null} if it cannot. */
    @Nullable Part fit(Part part, String partPath) {
        path = partPath;
        return part.accept(this).orElse(null);
    }

    private Optional<Part> dropped(String reason) {
        losses.dropped(path, reason);
        return Optional.empty();
    }

    private void note(boolean present, String member, String reason) {
        if (present) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + member, reason);
        }
    }

    private void cache(@Nullable CacheHint hint) {
        note(hint != null, ".cache", "answers carry no caching breakpoints");
    }

    @Override
    public Optional<Part> text(Text part) {
        cache(part.cache());
        note(!part.citations().isEmpty(), ".citations", "texts carry no citations");
        OllamaChatDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
        return Optional.of(new Text(part.text(), List.of(), part.signature(), null, Extensions.NONE));
    }

    @Override
    public Optional<Part> toolCall(ToolCall part) {
        cache(part.cache());
        if (part.kind() == ToolKind.CUSTOM) {
            losses.approximated(path, "there are no free-text tools; the text is wrapped");
        }
        return Optional.of(new ToolCall(
                part.id(),
                part.kind(),
                part.name(),
                part.arguments(),
                part.signature(),
                null,
                OllamaChatDialect.EXTENSIONS.own(part.extensions(), path, losses)));
    }

    @Override
    public Optional<Part> reasoning(Reasoning part) {
        return Optional.of(new Reasoning(
                part.text(),
                part.summary(),
                part.signature(),
                part.encrypted(),
                part.id(),
                part.origin(),
                OllamaChatDialect.EXTENSIONS.own(part.extensions(), path, losses)));
    }

    @Override
    public Optional<Part> refusal(Refusal part) {
        losses.approximated(path, "a refusal is a text there");
        return Optional.of(Text.of(part.text()));
    }

    @Override
    public Optional<Part> image(Image part) {
        if (!(part.source() instanceof MediaSource.Base64 base64)) {
            return dropped("pictures are given by their content");
        }
        OllamaChatMedia.report(base64, false, path, losses);
        note(part.detail() != null, ".detail", "produced pictures have no detail");
        cache(part.cache());
        OllamaChatDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
        return Optional.of(Image.of(base64));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        return dropped("answers hold no sound");
    }

    @Override
    public Optional<Part> video(Video part) {
        return dropped("answers hold no films");
    }

    @Override
    public Optional<Part> document(Document part) {
        return dropped("answers hold no files");
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        return dropped("results of tools stand in requests");
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        return dropped("a part that only " + part.dialect() + " knows");
    }
}
