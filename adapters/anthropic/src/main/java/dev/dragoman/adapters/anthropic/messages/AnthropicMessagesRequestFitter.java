// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.fit.RequestFitter;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.CacheHints;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class AnthropicMessagesRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final String model;

    AnthropicMessagesRequestFitter(@Nullable String vendor, String model) {
        super(AnthropicMessagesDialect.EXTENSIONS);
        this.vendor = vendor;
        this.model = model;
    }

    @Override
    protected @Nullable CacheHint cache(Part part) {
        return CacheLifetimes.fit(CacheHints.of(part), path() + ".cache", losses());
    }

    @Override
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        return AnthropicMessagesCitations.fit(citation, true, citationPath, losses());
    }

    @Override
    protected String arguments(ToolCall call) {
        return objectArguments(call);
    }

    @Override
    public Optional<Part> image(Image part) {
        if (!takesMedia()) {
            return dropped("pictures stand in the user's messages and in tool results only");
        }
        MediaSource source = AnthropicMessagesMedia.picture(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("pictures are JPEG, PNG, GIF or WebP");
        }
        note(part.detail() != null, ".detail", "pictures have no detail there");
        return Optional.of(new Image(source, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        if (!takesMedia()) {
            return dropped("documents stand in the user's messages and in tool results only");
        }
        MediaSource source = AnthropicMessagesMedia.document(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("documents are PDF or text");
        }
        return Optional.of(
                new Document(source, part.name(), part.context(), part.citations(), cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unnamed(part);
        return Optional.of(
                new ToolResult(part.callId(), null, content(part), part.error(), cache(part), extensions(part)));
    }

    /** By its issuer, and by the model that is asked. */
    @Override
    protected boolean issuedHere(Reasoning part) {
        Origin origin = part.origin();
        if (origin == null) {
            return false;
        }
        boolean vendorFits = origin.vendor().equals(vendor)
                || (AnthropicMessagesSeal.isNative(origin)
                        && vendor != null
                        && AnthropicMessagesSeal.isNative(new Origin(vendor, null)));
        String maker = origin.model();
        // Names of a model with and without its date are one model.
        return vendorFits && (maker == null || maker.isEmpty() || maker.startsWith(model) || model.startsWith(maker));
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        return sealedReasoning(part);
    }
}
