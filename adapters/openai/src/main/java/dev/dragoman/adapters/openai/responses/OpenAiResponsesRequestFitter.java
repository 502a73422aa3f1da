// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.PartFitter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss. */
final class OpenAiResponsesRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final String model;
    private final boolean stored;

    OpenAiResponsesRequestFitter(ChatRequest request, EncodeContext context) {
        this.vendor = context.vendor();
        this.model = request.model();
        this.stored = Boolean.TRUE.equals(request.store());
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
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

    private final class One implements Part.Cases<Optional<Part>> {
        private final Role role;
        private final String path;
        private final Losses losses;

        One(Role role, String path, Losses losses) {
            this.role = role;
            this.path = path;
            this.losses = losses;
        }

        private Optional<Part> dropped(String reason) {
            losses.dropped(path, reason);
            return Optional.empty();
        }

        private void note(LossKind kind, boolean present, String member, String reason) {
            if (present) {
                losses.add(kind, Severity.NOTE, path + member, reason);
            }
        }

        private @Nullable CacheHint cache(@Nullable CacheHint hint) {
            if (role == Role.ASSISTANT) {
                note(LossKind.DROPPED, hint != null, ".cache", "the model's own words carry no breakpoints");
                return null;
            }
            return OpenAiResponsesLifetimes.fit(hint, path + ".cache", losses);
        }

        private Extensions own(Extensions extensions) {
            return OpenAiResponsesDialect.EXTENSIONS.own(extensions, path, losses);
        }

        @Override
        public Optional<Part> text(Text part) {
            List<Citation> citations = new ArrayList<>(part.citations().size());
            for (int i = 0; i < part.citations().size(); i++) {
                String place = path + ".citations[" + i + "]";
                if (role != Role.ASSISTANT) {
                    losses.add(LossKind.DROPPED, Severity.NOTE, place, "only the model's texts carry citations");
                    continue;
                }
                Citation citation = OpenAiResponsesCitations.fit(
                        part.citations().get(i), part.text().length(), place, losses);
                if (citation != null) {
                    citations.add(citation);
                }
            }
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "texts are not signed there");
            }
            return Optional.of(new Text(part.text(), citations, null, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> image(Image part) {
            if (role == Role.ASSISTANT) {
                return dropped("the model's messages hold texts and refusals");
            }
            MediaSource source = source(part.source());
            if (source instanceof MediaSource.PlainText) {
                return dropped("a picture is given by an address, its content or an id");
            }
            boolean untyped = source instanceof MediaSource.Base64 data && data.mediaType() == null;
            note(LossKind.DEFAULTED, untyped, ".source.mediaType", "a data URL needs a media type");
            return Optional.of(new Image(source, part.detail(), cache(part.cache()), own(part.extensions())));
        }

        /** The source without a media type that cannot be said; one that must be said is added. */
        private MediaSource source(MediaSource source) {
            if (source instanceof MediaSource.Url url) {
                note(LossKind.DROPPED, url.mediaType() != null, ".source.mediaType", "the address tells it");
                return MediaSource.Url.of(url.url());
            }
            if (source instanceof MediaSource.FileId file) {
                note(LossKind.DROPPED, file.mediaType() != null, ".source.mediaType", "the id tells it");
                return MediaSource.FileId.of(file.id());
            }
            return source;
        }

        @Override
        public Optional<Part> document(Document part) {
            if (role == Role.ASSISTANT) {
                return dropped("the model's messages hold texts and refusals");
            }
            MediaSource source = source(part.source());
            if (source instanceof MediaSource.PlainText text) {
                String data = Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8));
                source = new MediaSource.Base64("text/plain", data);
                losses.add(LossKind.EMULATED, path + ".source", "the text is sent as a file");
            }
            if (part.context() != null) {
                losses.dropped(path + ".context", "a file carries no context");
            }
            if (part.citations() != null) {
                losses.dropped(path + ".citations", "citations of files cannot be asked for");
            }
            return Optional.of(
                    new Document(source, part.name(), null, null, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> audio(Audio part) {
            return dropped("this dialect takes no sound");
        }

        @Override
        public Optional<Part> video(Video part) {
            return dropped("this dialect takes no films");
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "calls are not signed there");
            }
            note(LossKind.DROPPED, part.cache() != null, ".cache", "calls carry no breakpoints");
            String arguments = part.arguments();
            if (part.kind() == ToolKind.FUNCTION && arguments.isBlank()) {
                note(LossKind.DEFAULTED, true, ".arguments", "arguments are the text of an object; it is empty");
                arguments = "{}";
            }
            return Optional.of(
                    new ToolCall(part.id(), part.kind(), part.name(), arguments, null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> toolResult(ToolResult part) {
            List<Part> content = new ArrayList<>(part.content().size());
            for (int i = 0; i < part.content().size(); i++) {
                Part fitted = fit(part.content().get(i), Role.TOOL, path + ".content[" + i + "]", losses);
                if (fitted != null) {
                    content.add(fitted);
                }
            }
            note(LossKind.DROPPED, part.name() != null, ".name", "the id of the call tells the tool");
            if (part.error() != null) {
                losses.add(
                        LossKind.DROPPED,
                        part.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                        path + ".error",
                        "a result has no mark of failure");
            }
            note(LossKind.DROPPED, part.cache() != null, ".cache", "breakpoints stand at the parts of a result");
            note(
                    LossKind.DEFAULTED,
                    content.isEmpty() && part.content().isEmpty(),
                    ".content",
                    "a result needs a text; it is empty");
            return Optional.of(new ToolResult(part.callId(), null, content, null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("reasoning stands in the model's messages only");
            }
            if (!issuedHere(part.origin(), vendor, model)) {
                return dropped("reasoning goes back to the vendor and the model that made it only");
            }
            if (part.encrypted() == null && part.text() == null && !(stored && part.id() != null)) {
                return dropped("the vendor keeps no reasoning, and this piece has no encrypted content");
            }
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "reasoning is encrypted there, not signed");
            }
            return Optional.of(new Reasoning(
                    part.text(),
                    part.summary(),
                    null,
                    part.encrypted(),
                    part.id(),
                    part.origin(),
                    own(part.extensions())));
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            if (role == Role.ASSISTANT) {
                return Optional.of(new Refusal(part.text(), own(part.extensions())));
            }
            losses.approximated(path, "only the model refuses; it is a text");
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(OpenAiResponsesDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
