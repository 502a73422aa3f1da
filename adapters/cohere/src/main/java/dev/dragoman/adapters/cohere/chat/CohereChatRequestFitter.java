// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.CacheHints;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the parts of a request's messages. Documents of messages, which stand at the top level of a request, are taken out and
 * collected. Breakpoints are left for the passes that follow.
 */
final class CohereChatRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final boolean thinks;
    private final List<PlacedPart> documents = new ArrayList<>(0);

    /** @param thinks whether the model can think, and so takes thoughts */
    CohereChatRequestFitter(@Nullable String vendor, boolean thinks) {
        super(CohereChatDialect.EXTENSIONS);
        this.vendor = vendor;
        this.thinks = thinks;
    }

    /** The documents of messages, in order. */
    List<PlacedPart> documents() {
        return documents;
    }

    @Override
    protected @Nullable CacheHint cache(Part part) {
        return CacheHints.of(part);
    }

    @Override
    protected Citation citation(Citation citation, Text text, String citationPath) {
        return CohereChatCitations.fit(citation, citationPath, losses());
    }

    @Override
    public Optional<Part> image(Image part) {
        if (!takesMedia()) {
            return dropped("pictures stand in the user's messages only");
        }
        MediaSource source = CohereChatMedia.picture(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("pictures are given by an address or their bytes");
        }
        String detail = CohereChatMedia.detail(part.detail(), path(), losses());
        return Optional.of(new Image(source, detail, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        if (isModels()) {
            return dropped("the model's messages hold no documents");
        }
        String text = CohereChatMedia.text(part.source(), path() + ".source", losses());
        if (text == null) {
            return dropped("documents are text");
        }
        note(part.cache() != null, ".cache", "there are no caching breakpoints");
        boolean told = part.context() != null && part.extensions().get(CohereChatDialect.ID, "data") != null;
        lost(told, ".context", "the document's own data say all of it");
        boolean result = role() == Role.TOOL;
        note(
                result && part.citations() != null,
                ".citations",
                "results of tools are cited as the request's documents are");
        Document fitted = new Document(
                new MediaSource.PlainText(text),
                part.name(),
                part.context(),
                result ? null : part.citations(),
                null,
                extensions(part));
        if (result) {
            return Optional.of(fitted);
        }
        note(LossKind.MOVED, true, "", "documents stand beside the messages");
        documents.add(new PlacedPart(fitted, path()));
        return Optional.empty();
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unnamed(part);
        unmarked(part);
        return Optional.of(new ToolResult(part.callId(), null, content(part), null, cache(part), bare(part)));
    }

    @Override
    protected @Nullable Part content(Part part, String contentPath) {
        if (part instanceof Text text && text.text().isBlank()) {
            losses().add(LossKind.DROPPED, Severity.NOTE, contentPath, "texts must not be empty or blank there");
            return null;
        }
        return super.content(part, contentPath);
    }

    /**
     * By the vendor: thoughts are not signed, so that any of its models takes them. What a client sends without an origin is
     * taken for its vendor's own.
     */
    @Override
    protected boolean issuedHere(Reasoning part) {
        Origin origin = part.origin();
        if (origin == null) {
            return !part.isSealed();
        }
        return origin.vendor().equals(vendor) || (CohereChatSeal.isNative(origin) && CohereChatSeal.isNative(vendor));
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        boolean plan = CohereChatSeal.isPlan(part);
        if (part.text() == null) {
            return dropped("thoughts are text there");
        }
        if (!thinks && !plan) {
            return dropped("this model does not think, and takes no thoughts");
        }
        String reason = "thoughts have a text only";
        lost(!part.summary().isEmpty(), ".summary", reason);
        lost(part.signature() != null, ".signature", reason);
        lost(part.encrypted() != null, ".encrypted", reason);
        lost(part.id() != null && !plan, ".id", reason);
        return Optional.of(new Reasoning(
                part.text(), List.of(), null, null, plan ? part.id() : null, part.origin(), extensions(part)));
    }
}
