// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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

/** Fits the parts of an answer for a client: what it returns is written without a further loss, but for the arguments of calls. */
final class GeminiReplyFitter implements Part.Cases<Optional<Part>> {
    private final Losses losses;
    private String path = "";

    GeminiReplyFitter(Losses losses) {
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

    private void note(String member, String reason) {
        losses.add(LossKind.DROPPED, Severity.NOTE, path + member, reason);
    }

    private void cache(@Nullable CacheHint hint) {
        if (hint != null) {
            note(".cache", "answers carry no caching breakpoints");
        }
    }

    private Extensions own(Extensions extensions) {
        return GeminiDialect.EXTENSIONS.own(extensions, path, losses);
    }

    private @Nullable MediaSource source(MediaSource source, GeminiMediaKind kind) {
        MediaSource fitted = GeminiMedia.fit(source, kind, true, path + ".source", losses);
        if (fitted == null) {
            losses.dropped(path, "media are given or at an address");
        }
        return fitted;
    }

    @Override
    public Optional<Part> text(Text part) {
        cache(part.cache());
        return Optional.of(new Text(part.text(), part.citations(), part.signature(), null, own(part.extensions())));
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
        return part.dialect().equals(GeminiDialect.ID)
                ? Optional.of(part)
                : dropped("a part that only " + part.dialect() + " knows");
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = source(part.source(), GeminiMediaKind.IMAGE);
        if (source == null) {
            return Optional.empty();
        }
        cache(part.cache());
        String detail = part.detail();
        if (detail != null && GeminiResolutions.encode(detail) == null) {
            note(".detail", "there is no such resolution");
            detail = null;
        }
        return Optional.of(new Image(source, detail, null, own(part.extensions())));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        MediaSource source = part.source() == null ? null : source(part.source(), GeminiMediaKind.AUDIO);
        if (source == null) {
            return part.source() == null ? dropped("sound is its bytes") : Optional.empty();
        }
        cache(part.cache());
        lost(part.id(), ".id");
        lost(part.transcript(), ".transcript");
        lost(part.expiresAt(), ".expiresAt");
        return Optional.of(new Audio(source, null, null, null, null, own(part.extensions())));
    }

    private void lost(@Nullable Object value, String member) {
        if (value != null) {
            losses.dropped(path + member, "sound is its bytes only");
        }
    }

    @Override
    public Optional<Part> video(Video part) {
        MediaSource source = source(part.source(), GeminiMediaKind.VIDEO);
        cache(source == null ? null : part.cache());
        return source == null ? Optional.empty() : Optional.of(new Video(source, null, own(part.extensions())));
    }

    @Override
    public Optional<Part> document(Document part) {
        MediaSource source = source(part.source(), GeminiMediaKind.DOCUMENT);
        if (source == null) {
            return Optional.empty();
        }
        cache(part.cache());
        if (part.context() != null) {
            note(".context", "files come without a context");
        }
        if (part.citations() != null) {
            note(".citations", "files of an answer are not cited");
        }
        return Optional.of(new Document(source, part.name(), null, null, null, own(part.extensions())));
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        return dropped("results of tools stand in requests");
    }
}
