// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.PartFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss but of its place. */
final class OllamaChatRequestFitter implements PartFitter {
    private final @Nullable String vendor;

    OllamaChatRequestFitter(@Nullable String vendor) {
        this.vendor = vendor;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
    }

    private boolean issuedHere(@Nullable Origin origin) {
        return origin != null && origin.vendor().equals(vendor);
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

        private void note(boolean present, String member, String reason) {
            if (present) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + member, reason);
            }
        }

        private void cache(@Nullable CacheHint hint) {
            note(hint != null, ".cache", "there are no caching breakpoints");
        }

        private void bare(Extensions extensions) {
            OllamaChatDialect.EXTENSIONS.dropAll(extensions, path, losses);
        }

        private @Nullable Signature own(@Nullable Signature signature) {
            if (signature == null || (role == Role.ASSISTANT && issuedHere(signature.origin()))) {
                return signature == null ? null : new Signature(signature.value(), null);
            }
            losses.dropped(path + ".signature", "a signature goes back to its issuer only");
            return null;
        }

        @Override
        public Optional<Part> text(Text part) {
            note(!part.citations().isEmpty(), ".citations", "texts carry no citations");
            cache(part.cache());
            bare(part.extensions());
            return Optional.of(new Text(part.text(), List.of(), own(part.signature()), null, Extensions.NONE));
        }

        @Override
        public Optional<Part> image(Image part) {
            if (!(part.source() instanceof MediaSource.Base64 base64)) {
                return dropped("pictures are given by their content, not by an address or an id");
            }
            OllamaChatMedia.report(base64, false, path, losses);
            note(part.detail() != null, ".detail", "pictures have no detail there");
            cache(part.cache());
            bare(part.extensions());
            return Optional.of(Image.of(base64));
        }

        @Override
        public Optional<Part> audio(Audio part) {
            if (!(part.source() instanceof MediaSource.Base64 base64)) {
                return dropped("sound is given by its content, not by an address or an id");
            }
            OllamaChatMedia.report(base64, true, path, losses);
            note(part.id() != null, ".id", "the sound itself is sent");
            note(part.expiresAt() != null, ".expiresAt", "sound to be heard does not expire");
            if (part.transcript() != null) {
                losses.dropped(path + ".transcript", "sound to be heard has no transcript");
            }
            cache(part.cache());
            bare(part.extensions());
            return Optional.of(Audio.of(base64));
        }

        @Override
        public Optional<Part> video(Video part) {
            return dropped("this dialect has no films");
        }

        @Override
        public Optional<Part> document(Document part) {
            String text = null;
            if (part.source() instanceof MediaSource.PlainText plain) {
                text = plain.text();
            } else if (part.source() instanceof MediaSource.Base64 base64
                    && base64.mediaType() != null
                    && base64.mediaType().startsWith("text/")) {
                text = OllamaChatMedia.text(base64.data());
            }
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
            losses.add(LossKind.EMULATED, path, "a file of text is told as a text");
            return Optional.of(Text.of(whole.append(text).toString()));
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            if (part.kind() == ToolKind.FUNCTION) {
                ObjectArguments.report(part.arguments(), path + ".arguments", losses);
            }
            cache(part.cache());
            return Optional.of(new ToolCall(
                    part.id(),
                    part.kind(),
                    part.name(),
                    part.arguments(),
                    own(part.signature()),
                    null,
                    OllamaChatDialect.EXTENSIONS.own(part.extensions(), path, losses)));
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
            if (part.error() != null) {
                losses.add(
                        LossKind.DROPPED,
                        part.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                        path + ".error",
                        "a result has no mark of failure");
            }
            cache(part.cache());
            bare(part.extensions());
            return Optional.of(new ToolResult(part.callId(), part.name(), content, null, null, Extensions.NONE));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("thoughts stand in the model's messages only");
            }
            Origin origin = part.origin();
            if (origin != null && !issuedHere(origin)) {
                return dropped("reasoning goes back to the vendor that made it only");
            }
            Extensions own = OllamaChatDialect.EXTENSIONS.own(part.extensions(), path, losses);
            if (origin != null || !part.isSealed()) {
                return Optional.of(new Reasoning(
                        part.text(), part.summary(), part.signature(), part.encrypted(), part.id(), null, own));
            }
            // Thoughts are mere text to the model; what seals them is for an issuer that nobody knows.
            if (part.text() == null && part.summary().isEmpty()) {
                return dropped("nobody knows who sealed it");
            }
            lost(part.signature() != null, ".signature");
            lost(part.encrypted() != null, ".encrypted");
            return Optional.of(new Reasoning(part.text(), part.summary(), null, null, part.id(), null, own));
        }

        private void lost(boolean present, String member) {
            if (present) {
                losses.dropped(path + member, "nobody knows who sealed it");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            return Optional.of(Text.of(part.text()));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
