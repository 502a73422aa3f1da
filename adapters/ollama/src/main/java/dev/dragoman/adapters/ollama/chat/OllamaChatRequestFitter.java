// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class OllamaChatRequestFitter extends RequestFitter {
    private final @Nullable String vendor;

    OllamaChatRequestFitter(@Nullable String vendor) {
        super(OllamaChatDialect.EXTENSIONS);
        this.vendor = vendor;
    }

    /** Texts, pictures and results are no objects. */
    @Override
    protected Extensions extensions(Part part) {
        return part instanceof ToolCall || part instanceof Reasoning ? super.extensions(part) : bare(part);
    }

    @Override
    protected @Nullable Signature signature(@Nullable Signature signature) {
        if (signature == null) {
            return null;
        }
        boolean back = isModels() && issuedBy(signature.origin());
        lost(!back, ".signature", "a signature goes back to its issuer only");
        return back ? new Signature(signature.value(), null) : null;
    }

    private boolean issuedBy(@Nullable Origin origin) {
        return origin != null && origin.vendor().equals(vendor);
    }

    @Override
    protected String arguments(ToolCall call) {
        return objectArguments(call);
    }

    @Override
    public Optional<Part> image(Image part) {
        if (!(part.source() instanceof MediaSource.Base64 base64)) {
            return dropped("pictures are given by their content, not by an address or an id");
        }
        OllamaChatMedia.report(base64, false, path(), losses());
        note(part.detail() != null, ".detail", "pictures have no detail there");
        return Optional.of(new Image(base64, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        if (!(part.source() instanceof MediaSource.Base64 base64)) {
            return dropped("sound is given by its content, not by an address or an id");
        }
        OllamaChatMedia.report(base64, true, path(), losses());
        note(part.id() != null, ".id", "the sound itself is sent");
        note(part.expiresAt() != null, ".expiresAt", "sound to be heard does not expire");
        lost(part.transcript() != null, ".transcript", "sound to be heard has no transcript");
        return Optional.of(new Audio(base64, null, null, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        String text = OllamaChatMedia.text(part.source());
        if (text == null) {
            return dropped("this dialect has no files");
        }
        StringBuilder whole = new StringBuilder();
        if (part.name() != null) {
            whole.append(part.name()).append("\n\n");
        }
        if (part.context() != null) {
            whole.append(part.context()).append("\n\n");
        }
        losses().add(LossKind.EMULATED, path(), "a file of text is told as a text");
        return Optional.of(Text.of(whole.append(text).toString()));
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unmarked(part);
        return Optional.of(
                new ToolResult(part.callId(), part.name(), content(part), null, cache(part), extensions(part)));
    }

    /** Thoughts are mere text to the model, so that what nobody claims is taken for its own. */
    @Override
    protected boolean issuedHere(Reasoning part) {
        return part.origin() == null || issuedBy(part.origin());
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        if (part.origin() != null || !part.isSealed()) {
            return Optional.of(new Reasoning(
                    part.text(),
                    part.summary(),
                    part.signature(),
                    part.encrypted(),
                    part.id(),
                    null,
                    extensions(part)));
        }
        String reason = "nobody knows who sealed it";
        if (part.text() == null && part.summary().isEmpty()) {
            return dropped(reason);
        }
        lost(part.signature() != null, ".signature", reason);
        lost(part.encrypted() != null, ".encrypted", reason);
        return Optional.of(new Reasoning(part.text(), part.summary(), null, null, part.id(), null, extensions(part)));
    }

    /** Messages have no parts that only this dialect could know. */
    @Override
    public Optional<Part> opaque(Opaque part) {
        return dropped("a part that only " + part.dialect() + " knows");
    }
}
