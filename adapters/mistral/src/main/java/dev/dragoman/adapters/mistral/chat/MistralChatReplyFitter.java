// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
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

/** Fits the parts of an answer for a client: what it returns is written without a further loss. */
final class MistralChatReplyFitter implements Part.Cases<Optional<Part>> {
    private final Losses losses;
    private final MistralChatMedia media;
    private String path = "";

    MistralChatReplyFitter(Losses losses) {
        this.losses = losses;
        this.media = new MistralChatMedia(losses);
    }

    /** The part as this dialect can say it; {@code null} if it cannot. */
    @Nullable Part fit(Part part, String partPath) {
        path = partPath;
        return part.accept(this).orElse(null);
    }

    /** Reports a citation, for which this dialect has no place. */
    void citation(String citationPath) {
        losses.add(LossKind.DROPPED, Severity.NOTE, citationPath, "texts carry no citations there");
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
        return MistralChatDialect.EXTENSIONS.own(extensions, path, losses);
    }

    private Optional<Part> medium(@Nullable Part part, @Nullable CacheHint hint) {
        if (part == null) {
            return Optional.empty();
        }
        cache(hint);
        own(part.extensions());
        return Optional.of(part);
    }

    @Override
    public Optional<Part> text(Text part) {
        cache(part.cache());
        for (int i = 0; i < part.citations().size(); i++) {
            citation(path + ".citations[" + i + "]");
        }
        return Optional.of(new Text(part.text(), List.of(), part.signature(), null, own(part.extensions())));
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
                own(part.extensions())));
    }

    @Override
    public Optional<Part> refusal(Refusal part) {
        losses.approximated(path, "a refusal is a text there");
        return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        if (part.type().equals(MistralChatFragment.TOOL_MESSAGE)) {
            return dropped("what the vendor's own tools returned stays with the vendor");
        }
        return part.dialect().equals(MistralChatDialect.ID)
                ? Optional.of(part)
                : dropped("a part that only " + part.dialect() + " knows");
    }

    @Override
    public Optional<Part> image(Image part) {
        return medium(media.image(part, path), part.cache());
    }

    @Override
    public Optional<Part> document(Document part) {
        return medium(media.document(part, path), part.cache());
    }

    @Override
    public Optional<Part> audio(Audio part) {
        return medium(media.audio(part, path), part.cache());
    }

    @Override
    public Optional<Part> video(Video part) {
        return dropped("answers hold no films");
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        return dropped("results of tools stand in requests");
    }
}
