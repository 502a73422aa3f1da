// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class GeminiRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final String model;
    private final ModelTraits traits;

    GeminiRequestFitter(@Nullable String vendor, String model, ModelTraits traits) {
        super(GeminiDialect.EXTENSIONS);
        this.vendor = vendor;
        this.model = model;
        this.traits = traits;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        if (role.isInstruction() && !(part instanceof Text)) {
            losses.dropped(path, "instructions are text");
            return null;
        }
        return super.fit(part, role, path, losses);
    }

    @Override
    protected @Nullable Signature signature(@Nullable Signature signature) {
        if (signature == null || (isModels() && GeminiSeal.issuedBy(signature.origin(), vendor, model))) {
            return signature;
        }
        lost(true, ".signature", "a signature goes back to the vendor and the model that made it");
        return null;
    }

    private @Nullable MediaSource source(MediaSource source, GeminiMediaKind kind) {
        boolean fetches = !traits.has(GeminiModels.NO_ADDRESS_MEDIA);
        MediaSource fitted = GeminiMedia.fit(source, kind, fetches, path() + ".source", losses());
        if (fitted == null) {
            losses().dropped(path(), "nothing is fetched from there");
        }
        return fitted;
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = source(part.source(), GeminiMediaKind.IMAGE);
        return source == null
                ? Optional.empty()
                : Optional.of(new Image(source, detail(part.detail()), cache(part), extensions(part)));
    }

    private @Nullable String detail(@Nullable String detail) {
        if (detail == null) {
            return null;
        }
        boolean known = GeminiResolutions.encode(detail) != null;
        if (!known || (!traits.has(GeminiModels.PART_RESOLUTION) && isGemini())) {
            String reason = known ? "this model takes no resolution of single pictures" : "there is no such resolution";
            note(true, ".detail", reason);
            return null;
        }
        return detail;
    }

    /** Of models that nobody knows everything is asked. */
    private boolean isGemini() {
        return traits.thinksByDefault()
                || traits.has(GeminiModels.NO_JSON_WITH_TOOLS)
                || traits.has(GeminiModels.SIGNED_CALLS);
    }

    @Override
    public Optional<Part> audio(Audio part) {
        if (part.source() == null) {
            return dropped("sound is given, not named by an id");
        }
        MediaSource source = source(part.source(), GeminiMediaKind.AUDIO);
        if (source == null) {
            return Optional.empty();
        }
        note(part.id() != null, ".id", "sound is its bytes only");
        note(part.transcript() != null, ".transcript", "sound is its bytes only");
        note(part.expiresAt() != null, ".expiresAt", "sound is its bytes only");
        return Optional.of(new Audio(source, null, null, null, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> video(Video part) {
        MediaSource source = source(part.source(), GeminiMediaKind.VIDEO);
        return source == null ? Optional.empty() : Optional.of(new Video(source, cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        MediaSource source = source(part.source(), GeminiMediaKind.DOCUMENT);
        if (source == null) {
            return Optional.empty();
        }
        lost(part.context() != null, ".context", "files come without a context");
        note(part.citations() != null, ".citations", "citations cannot be asked for");
        return Optional.of(new Document(source, part.name(), null, null, cache(part), extensions(part)));
    }

    @Override
    protected String arguments(ToolCall call) {
        return objectArguments(call);
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        note(Boolean.FALSE.equals(part.error()), ".error", "a result that is no error says nothing of it");
        GeminiResultContent content = new GeminiResultContent(path() + ".content", losses());
        for (int i = 0; i < part.content().size(); i++) {
            String place = path() + ".content[" + i + "]";
            Part fitted = content(part.content().get(i), place);
            if (fitted != null) {
                content.add(fitted, place);
            }
        }
        return Optional.of(new ToolResult(
                part.callId(), part.name(), content.toList(), part.error(), cache(part), extensions(part)));
    }

    @Override
    protected boolean issuedHere(Reasoning part) {
        return GeminiSeal.issuedBy(part.origin(), vendor, model);
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        String text = part.text();
        if (text == null && part.signature() == null) {
            return dropped("reasoning is a text or a signature there");
        }
        String reason = "thoughts have text and a signature only";
        lost(!part.summary().isEmpty(), ".summary", reason);
        lost(part.id() != null, ".id", reason);
        lost(part.encrypted() != null, ".encrypted", reason);
        boolean empty = text != null && text.isEmpty() && part.signature() != null;
        note(LossKind.APPROXIMATED, empty, ".text", "an empty text is none there");
        return Optional.of(new Reasoning(
                text == null ? "" : text, List.of(), part.signature(), null, null, part.origin(), extensions(part)));
    }
}
