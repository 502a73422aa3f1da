// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.CacheHints;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the parts of an answer for a client. The usual dialect answers in texts, reasoning and calls; one that answers in media
 * overrides their cases. One for each answer.
 */
public abstract class ReplyFitter extends PartFitting {
    /**
     * A fitter for one answer.
     *
     * @param extensions those of the dialect
     * @param losses takes what is left out
     */
    protected ReplyFitter(ExtensionWriter extensions, Losses losses) {
        super(extensions, losses);
    }

    /**
     * The part as the dialect can say it; {@code null} if it cannot.
     *
     * @param path canonical path of the part
     */
    public final @Nullable Part fit(Part part, String path) {
        turnTo(path, losses());
        return part.accept(this).orElse(null);
    }

    /** Reports the breakpoint of a part, for which no answer has a place. */
    protected final void uncached(Part part) {
        note(CacheHints.of(part) != null, ".cache", "answers carry no caching breakpoints");
    }

    @Override
    public Optional<Part> text(Text part) {
        uncached(part);
        return Optional.of(new Text(part.text(), citations(part), part.signature(), null, extensions(part)));
    }

    @Override
    public Optional<Part> toolCall(ToolCall part) {
        if (part.kind() == ToolKind.CUSTOM) {
            losses().approximated(path(), "there are no free-text tools; the text is wrapped");
        }
        return Optional.of(call(part));
    }

    /** The call with what a dialect of calls, of functions and of free text, can say. */
    protected final ToolCall call(ToolCall part) {
        uncached(part);
        return new ToolCall(
                part.id(), part.kind(), part.name(), part.arguments(), part.signature(), null, extensions(part));
    }

    /** Clients send reasoning back, so that all of it is told, whoever made it. */
    @Override
    public Optional<Part> reasoning(Reasoning part) {
        return Optional.of(new Reasoning(
                part.text(),
                part.summary(),
                part.signature(),
                part.encrypted(),
                part.id(),
                part.origin(),
                extensions(part)));
    }

    @Override
    public Optional<Part> image(Image part) {
        return dropped("answers hold no pictures");
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
    public final Optional<Part> toolResult(ToolResult part) {
        return dropped("results of tools stand in requests");
    }
}
