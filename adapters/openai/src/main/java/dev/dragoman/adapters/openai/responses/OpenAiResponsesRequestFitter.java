// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.fit.RequestFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.ChatRequest;
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
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.CacheHints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages. */
final class OpenAiResponsesRequestFitter extends RequestFitter {
    private final @Nullable String vendor;
    private final String model;
    private final boolean stored;

    OpenAiResponsesRequestFitter(ChatRequest request, EncodeContext context) {
        super(OpenAiResponsesDialect.EXTENSIONS);
        this.vendor = context.vendor();
        this.model = request.model();
        this.stored = Boolean.TRUE.equals(request.store());
    }

    /** Whether reasoning of this origin may go to a vendor: to its issuer, and to the model that made it. */
    static boolean issuedHere(@Nullable Origin origin, @Nullable String vendor, String model) {
        if (origin == null) {
            return false;
        }
        String maker = origin.model();
        boolean sameModel = maker == null || maker.startsWith(model) || model.startsWith(maker);
        return sameModel
                && (origin.vendor().equals(vendor) || origin.vendor().equals(OpenAiResponsesThoughts.NATIVE.vendor()));
    }

    @Override
    protected @Nullable CacheHint cache(Part part) {
        CacheHint hint = CacheHints.of(part);
        if (!isModels() && !(part instanceof ToolCall) && !(part instanceof ToolResult)) {
            return OpenAiResponsesLifetimes.fit(hint, path() + ".cache", losses());
        }
        note(hint != null, ".cache", "breakpoints stand at what the user and tools say");
        return null;
    }

    @Override
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        return OpenAiResponsesCitations.fit(citation, text.text().length(), citationPath, losses());
    }

    @Override
    public Optional<Part> image(Image part) {
        if (isModels()) {
            return dropped("the model's messages hold texts and refusals");
        }
        MediaSource source = source(part.source());
        if (source instanceof MediaSource.PlainText) {
            return dropped("a picture is given by an address, its content or an id");
        }
        boolean untyped = source instanceof MediaSource.Base64 data && data.mediaType() == null;
        note(LossKind.DEFAULTED, untyped, ".source.mediaType", "a data URL needs a media type");
        return Optional.of(new Image(source, part.detail(), cache(part), extensions(part)));
    }

    /** The source without a media type that cannot be said; one that must be said is added. */
    private MediaSource source(MediaSource source) {
        if (source instanceof MediaSource.Url url) {
            note(url.mediaType() != null, ".source.mediaType", "the address tells it");
            return MediaSource.Url.of(url.url());
        }
        if (source instanceof MediaSource.FileId file) {
            note(file.mediaType() != null, ".source.mediaType", "the id tells it");
            return MediaSource.FileId.of(file.id());
        }
        return source;
    }

    @Override
    public Optional<Part> document(Document part) {
        if (isModels()) {
            return dropped("the model's messages hold texts and refusals");
        }
        MediaSource source = source(part.source());
        if (source instanceof MediaSource.PlainText text) {
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
        if (call.kind() != ToolKind.FUNCTION || !call.arguments().isBlank()) {
            return call.arguments();
        }
        note(LossKind.DEFAULTED, true, ".arguments", "arguments are the text of an object; it is empty");
        return "{}";
    }

    @Override
    public Optional<Part> toolResult(ToolResult part) {
        unnamed(part);
        unmarked(part);
        note(LossKind.DEFAULTED, part.content().isEmpty(), ".content", "a result needs a text; it is empty");
        return Optional.of(new ToolResult(part.callId(), null, content(part), null, cache(part), extensions(part)));
    }

    @Override
    protected boolean issuedHere(Reasoning part) {
        return issuedHere(part.origin(), vendor, model);
    }

    @Override
    protected Optional<Part> ownReasoning(Reasoning part) {
        if (part.encrypted() == null && part.text() == null && !(stored && part.id() != null)) {
            return dropped("the vendor keeps no reasoning, and this piece has no encrypted content");
        }
        lost(part.signature() != null, ".signature", "reasoning is encrypted there, not signed");
        return Optional.of(new Reasoning(
                part.text(), part.summary(), null, part.encrypted(), part.id(), part.origin(), extensions(part)));
    }

    /** Only the model refuses. */
    @Override
    public Optional<Part> refusal(Refusal part) {
        return isModels() ? Optional.of(new Refusal(part.text(), extensions(part))) : super.refusal(part);
    }
}
