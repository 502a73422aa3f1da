// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
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
import dev.dragoman.prepare.PartFitter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss. */
final class OpenAiChatRequestFitter implements PartFitter {
    private final @Nullable String vendor;

    OpenAiChatRequestFitter(@Nullable String vendor) {
        this.vendor = vendor;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
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

        private void lost(boolean present, String member, String reason) {
            if (present) {
                losses.dropped(path + member, reason);
            }
        }

        private Extensions own(Extensions extensions) {
            return OpenAiChatDialect.EXTENSIONS.own(extensions, path, losses);
        }

        /** Reasoning and signatures go back to the vendor that made them and to no other. */
        private boolean issuedHere(@Nullable Origin origin) {
            return origin != null && origin.vendor().equals(vendor);
        }

        private @Nullable Signature signature(@Nullable Signature signature) {
            if (signature == null || issuedHere(signature.origin())) {
                return signature;
            }
            losses.dropped(path + ".signature", "a signature goes back to its issuer only");
            return null;
        }

        @Override
        public Optional<Part> text(Text part) {
            if (role != Role.ASSISTANT) {
                note(LossKind.DROPPED, !part.citations().isEmpty(), ".citations", "citations stand in answers only");
                note(LossKind.DROPPED, part.signature() != null, ".signature", "only an answer's text is signed");
                return Optional.of(new Text(part.text(), List.of(), null, part.cache(), own(part.extensions())));
            }
            List<Citation> citations = new ArrayList<>(part.citations().size());
            for (int i = 0; i < part.citations().size(); i++) {
                Citation citation =
                        OpenAiChatCitations.fit(part.citations().get(i), path + ".citations[" + i + "]", losses);
                if (citation != null) {
                    citations.add(citation);
                }
            }
            return Optional.of(new Text(
                    part.text(), citations, signature(part.signature()), part.cache(), own(part.extensions())));
        }

        /** The source as it can be written; {@code null} if it is neither an address nor content. */
        private @Nullable MediaSource address(MediaSource source) {
            if (source instanceof MediaSource.Url url) {
                note(LossKind.DROPPED, url.mediaType() != null, ".source.mediaType", "the address tells it");
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
                    : Optional.of(new Image(source, part.detail(), part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> video(Video part) {
            MediaSource source = address(part.source());
            return source == null
                    ? dropped("a film is given by an address or its content")
                    : Optional.of(new Video(source, part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> audio(Audio part) {
            if (role == Role.ASSISTANT && part.source() == null && part.id() != null) {
                note(LossKind.DROPPED, part.transcript() != null, ".transcript", "the vendor knows what it said");
                note(LossKind.DROPPED, part.expiresAt() != null, ".expiresAt", "the vendor knows when it expires");
                lost(part.cache() != null, ".cache", "spoken answers carry no caching breakpoint");
                return Optional.of(new Audio(null, part.id(), null, null, null, own(part.extensions())));
            }
            MediaSource source = part.source();
            String format =
                    source instanceof MediaSource.Base64 base64 ? OpenAiChatMedia.format(base64.mediaType()) : null;
            if (!(source instanceof MediaSource.Base64 base64) || format == null) {
                return dropped("sound is given by its content and a known format");
            }
            String mediaType = OpenAiChatMedia.mediaType(format);
            note(
                    LossKind.APPROXIMATED,
                    !mediaType.equals(base64.mediaType()),
                    ".source.mediaType",
                    "another name of the same format");
            note(LossKind.DROPPED, part.id() != null, ".id", "the sound itself is sent");
            lost(part.transcript() != null, ".transcript", "sound to be heard has no transcript");
            note(LossKind.DROPPED, part.expiresAt() != null, ".expiresAt", "sound to be heard does not expire");
            MediaSource named = new MediaSource.Base64(mediaType, base64.data());
            return Optional.of(new Audio(named, null, null, null, part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> document(Document part) {
            MediaSource source = part.source();
            if (source instanceof MediaSource.Url) {
                return dropped("a file is given by its content or an id, not by an address");
            }
            if (source instanceof MediaSource.FileId file) {
                note(LossKind.DROPPED, file.mediaType() != null, ".source.mediaType", "the id tells it");
                source = MediaSource.FileId.of(file.id());
            } else if (source instanceof MediaSource.PlainText text) {
                String data = Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8));
                source = new MediaSource.Base64("text/plain", data);
                losses.add(LossKind.EMULATED, path + ".source", "the text is sent as a file");
            }
            lost(part.context() != null, ".context", "a file carries no context");
            lost(part.citations() != null, ".citations", "citations of files cannot be asked for");
            return Optional.of(new Document(source, part.name(), null, null, part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            String arguments = part.arguments();
            if (OpenAiChatToolCallEncoder.isEmpty(part)) {
                OpenAiChatToolCallEncoder.emptyArguments(path, losses);
                arguments = "{}";
            }
            lost(part.cache() != null, ".cache", "a tool call has no caching breakpoint");
            return Optional.of(new ToolCall(
                    part.id(),
                    part.kind(),
                    part.name(),
                    arguments,
                    signature(part.signature()),
                    null,
                    own(part.extensions())));
        }

        @Override
        public Optional<Part> toolResult(ToolResult part) {
            List<Part> content = new ArrayList<>(part.content().size());
            for (int i = 0; i < part.content().size(); i++) {
                String place = path + ".content[" + i + "]";
                Part fitted = fit(part.content().get(i), Role.TOOL, place, losses);
                if (fitted != null) {
                    content.add(fitted);
                }
                if (fitted != null && !(fitted instanceof Text)) {
                    losses.add(
                            LossKind.EMULATED,
                            place,
                            "a tool message holds text only; the part follows in a user message");
                }
            }
            note(LossKind.DEFAULTED, part.content().isEmpty(), ".content", "a result needs a text; it is empty");
            // The call's id says the same.
            note(LossKind.DROPPED, part.name() != null, ".name", "a tool message names the call, not the tool");
            if (part.error() != null) {
                losses.add(
                        LossKind.DROPPED,
                        part.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                        path + ".error",
                        "a tool message has no mark of failure");
            }
            lost(part.cache() != null, ".cache", "a tool message has no caching breakpoint");
            OpenAiChatDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new ToolResult(part.callId(), null, content, null, null, Extensions.NONE));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("reasoning stands in answers only");
            }
            if (!issuedHere(part.origin())) {
                return dropped("reasoning goes back to the vendor that made it only");
            }
            return Optional.of(new Reasoning(
                    part.text(),
                    part.summary(),
                    part.signature(),
                    part.encrypted(),
                    part.id(),
                    part.origin(),
                    own(part.extensions())));
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            return Optional.of(new Refusal(part.text(), own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(OpenAiChatDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
