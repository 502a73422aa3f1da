// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
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
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.CacheHints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class OpenAiChatRequestFitter extends RequestFitter {
    private final @Nullable String vendor;

    OpenAiChatRequestFitter(@Nullable String vendor) {
        super(OpenAiChatDialect.EXTENSIONS);
        this.vendor = vendor;
    }

    @Override
    protected @Nullable CacheHint cache(Part part) {
        if (!(part instanceof ToolCall) && !(part instanceof ToolResult)) {
            return CacheHints.of(part);
        }
        note(CacheHints.of(part) != null, ".cache", "breakpoints stand at texts and media only");
        return null;
    }

    @Override
    protected @Nullable Signature signature(@Nullable Signature signature) {
        if (!isModels()) {
            note(signature != null, ".signature", "only what the model said is signed");
            return null;
        }
        boolean back = signature == null || issuedBy(signature.origin());
        lost(!back, ".signature", "a signature goes back to its issuer only");
        return back ? signature : null;
    }

    private boolean issuedBy(@Nullable Origin origin) {
        return origin != null && origin.vendor().equals(vendor);
    }

    @Override
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        return OpenAiChatCitations.fit(citation, citationPath, losses());
    }

    /** The source as it can be written; {@code null} if it is neither an address nor content. */
    private @Nullable MediaSource address(MediaSource source) {
        if (source instanceof MediaSource.Url url) {
            note(url.mediaType() != null, ".source.mediaType", "the address tells it");
            return MediaSource.Url.of(url.url());
        }
        if (source instanceof MediaSource.Base64 base64) {
            note(
                    LossKind.DEFAULTED,
                    base64.mediaType() == null,
                    ".source.mediaType",
                    "a data URL needs a media type; it is application/octet-stream");
            return base64;
        }
        return null;
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = address(part.source());
        return source == null
                ? dropped("a picture is given by an address or its content")
                : Optional.of(new Image(source, part.detail(), cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> video(Video part) {
        MediaSource source = address(part.source());
        return source == null
                ? dropped("a film is given by an address or its content")
                : Optional.of(new Video(source, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        if (isModels() && part.source() == null && part.id() != null) {
            return Optional.of(said(part));
        }
        MediaSource source = part.source();
        String format = source instanceof MediaSource.Base64 base64 ? OpenAiChatMedia.format(base64.mediaType()) : null;
        if (!(source instanceof MediaSource.Base64 base64) || format == null) {
            return dropped("sound is given by its content and a known format");
        }
        String mediaType = OpenAiChatMedia.mediaType(format);
        note(
                LossKind.APPROXIMATED,
                !mediaType.equals(base64.mediaType()),
                ".source.mediaType",
                "another name of the same format");
        note(part.id() != null, ".id", "the sound itself is sent");
        lost(part.transcript() != null, ".transcript", "sound to be heard has no transcript");
        note(part.expiresAt() != null, ".expiresAt", "sound to be heard does not expire");
        MediaSource named = new MediaSource.Base64(mediaType, base64.data());
        return Optional.of(new Audio(named, null, null, null, cache(part), extensions(part)));
    }

    /** What the model said is named by its id. */
    private Audio said(Audio part) {
        note(part.transcript() != null, ".transcript", "the vendor knows what it said");
        note(part.expiresAt() != null, ".expiresAt", "the vendor knows when it expires");
        note(part.cache() != null, ".cache", "breakpoints stand at texts and media only");
        return new Audio(null, part.id(), null, null, null, extensions(part));
    }

    @Override
    public Optional<Part> document(Document part) {
        MediaSource source = part.source();
        if (source instanceof MediaSource.Url) {
            return dropped("a file is given by its content or an id, not by an address");
        }
        if (source instanceof MediaSource.FileId file) {
            note(file.mediaType() != null, ".source.mediaType", "the id tells it");
            source = MediaSource.FileId.of(file.id());
        } else if (source instanceof MediaSource.PlainText text) {
            String data = Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8));
            source = new MediaSource.Base64("text/plain", data);
            losses().add(LossKind.EMULATED, path() + ".source", "the text is sent as a file");
        }
        lost(part.context() != null, ".context", "a file carries no context");
        lost(part.citations() != null, ".citations", "citations of files cannot be asked for");
        return Optional.of(new Document(source, part.name(), null, null, cache(part), extensions(part)));
    }

    @Override
    protected String arguments(ToolCall call) {
        if (!OpenAiChatToolCallEncoder.isEmpty(call)) {
            return call.arguments();
        }
        OpenAiChatToolCallEncoder.emptyArguments(path(), losses());
        return "{}";
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        note(LossKind.DEFAULTED, part.content().isEmpty(), ".content", "a result needs a text; it is empty");
        unnamed(part);
        unmarked(part);
        return Optional.of(new ToolResult(part.callId(), null, content(part), null, cache(part), bare(part)));
    }

    @Override
    protected @Nullable Part content(Part part, String contentPath) {
        Part fitted = super.content(part, contentPath);
        if (fitted != null && !(fitted instanceof Text)) {
            losses().add(
                            LossKind.EMULATED,
                            contentPath,
                            "a tool message holds text only; the part follows in a user message");
        }
        return fitted;
    }

    @Override
    protected boolean issuedHere(Reasoning part) {
        return issuedBy(part.origin());
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
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
    public Optional<Part> refusal(Refusal part) {
        return Optional.of(new Refusal(part.text(), extensions(part)));
    }
}
