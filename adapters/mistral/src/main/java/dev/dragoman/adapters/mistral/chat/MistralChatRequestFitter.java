// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class MistralChatRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final String model;

    MistralChatRequestFitter(@Nullable String vendor, String model) {
        super(MistralChatDialect.EXTENSIONS);
        this.vendor = vendor;
        this.model = model;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        boolean medium = part instanceof Image || part instanceof Document || part instanceof Audio;
        if (medium && role.isInstruction()) {
            losses.dropped(path, "instructions are text");
            return null;
        }
        return super.fit(part, role, path, losses);
    }

    @Override
    public Optional<Part> image(Image part) {
        return medium(part, media().image(part, path()));
    }

    @Override
    public Optional<Part> document(Document part) {
        return medium(part, media().document(part, path()));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        return medium(part, media().audio(part, path()));
    }

    private MistralChatMedia media() {
        return new MistralChatMedia(losses());
    }

    private Optional<Part> medium(Part part, @Nullable Part fitted) {
        if (fitted == null) {
            return Optional.empty();
        }
        cache(part);
        extensions(fitted);
        return Optional.of(fitted);
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unmarked(part);
        return Optional.of(new ToolResult(part.callId(), part.name(), content(part), null, cache(part), bare(part)));
    }

    @Override
    protected boolean issuedHere(Reasoning part) {
        return MistralChatNative.issuedBy(part.origin(), vendor);
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        String reason = "thinking chunks have texts and a signature only";
        lost(!part.summary().isEmpty(), ".summary", reason);
        lost(part.id() != null, ".id", reason);
        lost(part.encrypted() != null, ".encrypted", reason);
        String signature = part.signature();
        if (signature != null && !MistralChatNative.signedFor(part.origin(), model)) {
            lost(true, ".signature", "a signature goes back to the model that made it only");
            signature = null;
        }
        if (part.text() == null && signature == null) {
            return dropped("there is nothing in it that can be sent back");
        }
        return Optional.of(
                new Reasoning(part.text(), List.of(), signature, null, null, part.origin(), extensions(part)));
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        return part.type().equals(MistralChatFragment.TOOL_MESSAGE)
                ? dropped("what the vendor's own tools returned stays with the vendor")
                : super.opaque(part);
    }
}
