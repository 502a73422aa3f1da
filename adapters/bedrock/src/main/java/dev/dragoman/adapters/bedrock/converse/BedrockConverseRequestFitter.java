// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.CacheHints;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. One for each request, since the names of its documents must differ. */
final class BedrockConverseRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final String model;
    private final BedrockConverseDocumentNames documentNames = new BedrockConverseDocumentNames();

    BedrockConverseRequestFitter(@Nullable String vendor, String model) {
        super(BedrockConverseDialect.EXTENSIONS);
        this.vendor = vendor;
        this.model = model;
    }

    /** Blocks of text and of reasoning are no objects. */
    @Override
    protected Extensions extensions(Part part) {
        boolean plain = part instanceof Text || part instanceof Reasoning || part instanceof Refusal;
        return plain ? bare(part) : super.extensions(part);
    }

    @Override
    protected @Nullable CacheHint cache(Part part) {
        return CacheLifetimes.fit(CacheHints.of(part), path() + ".cache", losses());
    }

    @Override
    protected Citation citation(Citation citation, Text text, String citationPath) {
        return BedrockConverseCitations.fit(citation, citationPath, losses());
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
        MediaSource source = BedrockConverseMediaFitter.picture(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("pictures are JPEG, PNG, GIF or WebP, as bytes or in S3; there are no other addresses");
        }
        note(part.detail() != null, ".detail", "pictures have no detail there");
        return Optional.of(new Image(source, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        if (!takesMedia()) {
            return dropped("files stand in the user's messages and in tool results only");
        }
        MediaSource source = BedrockConverseMediaFitter.file(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("files are PDF, office formats or text, as bytes, text or in S3");
        }
        String name = documentNames.fit(part.name(), path() + ".name", losses());
        return Optional.of(new Document(source, name, part.context(), part.citations(), cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        MediaSource source = role() != Role.USER || part.source() == null
                ? null
                : BedrockConverseMediaFitter.media(BedrockConverseFormats.AUDIO, part.source());
        if (source == null) {
            return dropped("sound stands in the user's messages, as bytes or in S3");
        }
        note(part.id() != null, ".id", "sound has no id there");
        note(part.transcript() != null, ".transcript", "sound has no transcript there");
        note(part.expiresAt() != null, ".expiresAt", "sound does not expire there");
        return Optional.of(new Audio(source, null, null, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> video(Video part) {
        MediaSource source =
                takesMedia() ? BedrockConverseMediaFitter.media(BedrockConverseFormats.VIDEO, part.source()) : null;
        if (source == null) {
            return dropped("films stand in the user's messages and in tool results, as bytes or in S3");
        }
        return Optional.of(new Video(source, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unnamed(part);
        return Optional.of(
                new ToolResult(part.callId(), null, content(part), part.error(), cache(part), extensions(part)));
    }

    @Override
    protected @Nullable Part content(Part part, String contentPath) {
        if (part instanceof Audio) {
            losses().dropped(contentPath, "results of tools hold no sound");
            return null;
        }
        if (part instanceof Text text && text.text().isBlank()) {
            losses().add(LossKind.DROPPED, Severity.NOTE, contentPath, "texts must not be empty or blank there");
            return null;
        }
        if (CacheHints.of(part) == null) {
            return super.content(part, contentPath);
        }
        losses().add(LossKind.DROPPED, Severity.NOTE, contentPath + ".cache", "breakpoints stand behind results");
        return super.content(CacheHints.with(part, null), contentPath);
    }

    /** By its issuer, and by the model that is asked. */
    @Override
    protected boolean issuedHere(Reasoning part) {
        Origin origin = part.origin();
        if (origin == null) {
            return false;
        }
        boolean vendorFits = origin.vendor().equals(vendor)
                || (BedrockConverseOrigins.isNative(origin.vendor()) && BedrockConverseOrigins.isNative(vendor));
        String maker = origin.model();
        return vendorFits && (maker == null || maker.isEmpty() || BedrockConverseOrigins.isSameModel(maker, model));
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        return sealedReasoning(part);
    }
}
