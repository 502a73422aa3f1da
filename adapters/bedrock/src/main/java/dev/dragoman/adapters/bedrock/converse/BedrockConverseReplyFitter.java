// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
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
import dev.dragoman.model.tool.ToolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer for a client: what it returns is written without a further loss. */
final class BedrockConverseReplyFitter implements Part.Cases<Optional<Part>> {
    private final Losses losses;
    private String path = "";

    BedrockConverseReplyFitter(Losses losses) {
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

    private void cache(@Nullable CacheHint hint) {
        if (hint != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".cache", "answers carry no caching breakpoints");
        }
    }

    private Extensions own(Extensions extensions) {
        return BedrockConverseDialect.EXTENSIONS.own(extensions, path, losses);
    }

    private Extensions none(Extensions extensions) {
        BedrockConverseDialect.EXTENSIONS.dropAll(extensions, path, losses);
        return Extensions.NONE;
    }

    @Override
    public Optional<Part> text(Text part) {
        cache(part.cache());
        List<Citation> citations = new ArrayList<>(part.citations().size());
        for (int i = 0; i < part.citations().size(); i++) {
            citations.add(
                    BedrockConverseCitations.fit(part.citations().get(i), path + ".citations[" + i + "]", losses));
        }
        return Optional.of(new Text(part.text(), citations, part.signature(), null, none(part.extensions())));
    }

    @Override
    public Optional<Part> toolCall(ToolCall part) {
        cache(part.cache());
        if (part.kind() == ToolKind.CUSTOM) {
            losses.approximated(path, "there are no free-text tools; the text is wrapped");
        }
        return Optional.of(new ToolCall(
                part.id(), part.kind(), part.name(), part.arguments(), part.signature(), null, own(part.extensions())));
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
                none(part.extensions())));
    }

    @Override
    public Optional<Part> refusal(Refusal part) {
        losses.approximated(path, "a refusal is a text there");
        return Optional.of(new Text(part.text(), List.of(), null, null, none(part.extensions())));
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = BedrockConverseMediaFitter.picture(part.source(), path + ".source", losses);
        if (source == null) {
            return dropped("pictures are JPEG, PNG, GIF or WebP, as bytes or in S3");
        }
        if (part.detail() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".detail", "pictures have no detail there");
        }
        return Optional.of(new Image(source, null, null, own(part.extensions())));
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        return part.dialect().equals(BedrockConverseDialect.ID)
                ? Optional.of(part)
                : dropped("a part that only " + part.dialect() + " knows");
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
}
