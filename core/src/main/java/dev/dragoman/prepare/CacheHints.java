// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

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
import org.jspecify.annotations.Nullable;

/** Reads and sets the caching breakpoint of any kind of part. */
public final class CacheHints implements Part.Cases<Part> {
    private final @Nullable CacheHint hint;

    private CacheHints(@Nullable CacheHint hint) {
        this.hint = hint;
    }

    /** The part with this breakpoint or none; the part itself where its kind has no breakpoints. */
    public static Part with(Part part, @Nullable CacheHint hint) {
        return part.accept(new CacheHints(hint));
    }

    /** The part's own breakpoint; {@code null} if it has none. */
    public static @Nullable CacheHint of(Part part) {
        if (part instanceof Text text) {
            return text.cache();
        } else if (part instanceof ToolResult result) {
            return result.cache();
        } else if (part instanceof ToolCall call) {
            return call.cache();
        } else if (part instanceof Image image) {
            return image.cache();
        } else if (part instanceof Document document) {
            return document.cache();
        } else if (part instanceof Audio audio) {
            return audio.cache();
        }
        return part instanceof Video video ? video.cache() : null;
    }

    @Override
    public Part text(Text part) {
        return new Text(part.text(), part.citations(), part.signature(), hint, part.extensions());
    }

    @Override
    public Part image(Image part) {
        return new Image(part.source(), part.detail(), hint, part.extensions());
    }

    @Override
    public Part audio(Audio part) {
        return new Audio(part.source(), part.id(), part.transcript(), part.expiresAt(), hint, part.extensions());
    }

    @Override
    public Part video(Video part) {
        return new Video(part.source(), hint, part.extensions());
    }

    @Override
    public Part document(Document part) {
        return new Document(part.source(), part.name(), part.context(), part.citations(), hint, part.extensions());
    }

    @Override
    public Part toolCall(ToolCall part) {
        return new ToolCall(
                part.id(), part.kind(), part.name(), part.arguments(), part.signature(), hint, part.extensions());
    }

    @Override
    public Part toolResult(ToolResult part) {
        return new ToolResult(part.callId(), part.name(), part.content(), part.error(), hint, part.extensions());
    }

    @Override
    public Part reasoning(Reasoning part) {
        return part;
    }

    @Override
    public Part refusal(Refusal part) {
        return part;
    }

    @Override
    public Part opaque(Opaque part) {
        return part;
    }
}
