// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
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
import dev.dragoman.prepare.CacheHints;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.PartFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss. One for each request. */
final class BedrockConverseRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final String model;
    private final BedrockConverseDocumentNames documentNames = new BedrockConverseDocumentNames();

    BedrockConverseRequestFitter(@Nullable String vendor, String model) {
        this.vendor = vendor;
        this.model = model;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
    }

    /** Whether reasoning may go back: to its issuer, and to the model that made it. */
    private boolean issuedHere(@Nullable Origin origin) {
        if (origin == null) {
            return false;
        }
        boolean vendorFits = origin.vendor().equals(vendor)
                || (BedrockConverseOrigins.isNative(origin.vendor()) && BedrockConverseOrigins.isNative(vendor));
        String maker = origin.model();
        return vendorFits && (maker == null || maker.isEmpty() || BedrockConverseOrigins.isSameModel(maker, model));
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

        private void note(LossKind kind, String member, String reason) {
            losses.add(kind, Severity.NOTE, path + member, reason);
        }

        private @Nullable CacheHint cache(@Nullable CacheHint hint) {
            return BedrockConverseCache.fit(hint, path + ".cache", losses);
        }

        private Extensions own(Extensions extensions) {
            return BedrockConverseDialect.EXTENSIONS.own(extensions, path, losses);
        }

        private boolean takesMedia() {
            return role == Role.USER || role == Role.TOOL;
        }

        @Override
        public Optional<Part> text(Text part) {
            List<Citation> citations = new ArrayList<>(part.citations().size());
            for (int i = 0; i < part.citations().size(); i++) {
                String place = path + ".citations[" + i + "]";
                if (role != Role.ASSISTANT) {
                    losses.add(LossKind.DROPPED, Severity.NOTE, place, "only the model's texts carry citations");
                } else {
                    citations.add(BedrockConverseCitations.fit(part.citations().get(i), place, losses));
                }
            }
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "texts are not signed there");
            }
            BedrockConverseDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new Text(part.text(), citations, null, cache(part.cache()), Extensions.NONE));
        }

        @Override
        public Optional<Part> image(Image part) {
            if (!takesMedia()) {
                return dropped("pictures stand in the user's messages and in tool results only");
            }
            MediaSource source = BedrockConverseMediaFitter.picture(part.source(), path + ".source", losses);
            if (source == null) {
                return dropped("pictures are JPEG, PNG, GIF or WebP, as bytes or in S3; there are no other addresses");
            }
            if (part.detail() != null) {
                note(LossKind.DROPPED, ".detail", "pictures have no detail there");
            }
            return Optional.of(new Image(source, null, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> document(Document part) {
            if (!takesMedia()) {
                return dropped("files stand in the user's messages and in tool results only");
            }
            MediaSource source = BedrockConverseMediaFitter.file(part.source(), path + ".source", losses);
            if (source == null) {
                return dropped("files are PDF, office formats or text, as bytes, text or in S3");
            }
            String name = documentNames.fit(part.name(), path + ".name", losses);
            return Optional.of(new Document(
                    source, name, part.context(), part.citations(), cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> audio(Audio part) {
            MediaSource source = role != Role.USER || part.source() == null
                    ? null
                    : BedrockConverseMediaFitter.media(BedrockConverseFormats.AUDIO, part.source());
            if (source == null) {
                return dropped("sound stands in the user's messages, as bytes or in S3");
            }
            if (part.id() != null) {
                note(LossKind.DROPPED, ".id", "sound has no id there");
            }
            if (part.transcript() != null) {
                note(LossKind.DROPPED, ".transcript", "sound has no transcript there");
            }
            if (part.expiresAt() != null) {
                note(LossKind.DROPPED, ".expiresAt", "sound does not expire there");
            }
            return Optional.of(new Audio(source, null, null, null, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> video(Video part) {
            MediaSource source =
                    takesMedia() ? BedrockConverseMediaFitter.media(BedrockConverseFormats.VIDEO, part.source()) : null;
            if (source == null) {
                return dropped("films stand in the user's messages and in tool results, as bytes or in S3");
            }
            return Optional.of(new Video(source, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "calls are not signed there");
            }
            if (part.kind() == ToolKind.FUNCTION) {
                ObjectArguments.report(part.arguments(), path + ".arguments", losses);
            }
            return Optional.of(new ToolCall(
                    part.id(),
                    part.kind(),
                    part.name(),
                    part.arguments(),
                    null,
                    cache(part.cache()),
                    own(part.extensions())));
        }

        @Override
        public Optional<Part> toolResult(ToolResult part) {
            List<Part> content = new ArrayList<>(part.content().size());
            for (int i = 0; i < part.content().size(); i++) {
                Part inner = part.content().get(i);
                String place = path + ".content[" + i + "]";
                if (inner instanceof Audio) {
                    losses.dropped(place, "results of tools hold no sound");
                    continue;
                }
                if (inner instanceof Text blank && blank.text().isBlank()) {
                    losses.add(LossKind.DROPPED, Severity.NOTE, place, "texts must not be empty or blank there");
                    continue;
                }
                if (CacheHints.of(inner) != null) {
                    losses.add(LossKind.DROPPED, Severity.NOTE, place + ".cache", "breakpoints stand behind results");
                    inner = CacheHints.with(inner, null);
                }
                Part fitted = fit(inner, Role.TOOL, place, losses);
                if (fitted != null) {
                    content.add(fitted);
                }
            }
            if (part.name() != null) {
                note(LossKind.DROPPED, ".name", "a result names the call, not the tool");
            }
            return Optional.of(new ToolResult(
                    part.callId(), null, content, part.error(), cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("reasoning stands in the model's messages only");
            }
            if (!issuedHere(part.origin())) {
                return dropped("reasoning goes back to the vendor and the model that made it only");
            }
            if (!part.isSealed()) {
                return dropped("reasoning without a signature cannot be sent back");
            }
            lost(!part.summary().isEmpty(), ".summary");
            lost(part.id() != null, ".id");
            lost(part.signature() == null && part.text() != null, ".text");
            if (part.signature() != null && part.encrypted() != null) {
                note(LossKind.MOVED, "", "signed and encrypted reasoning are two blocks");
            }
            BedrockConverseDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new Reasoning(
                    part.text(), List.of(), part.signature(), part.encrypted(), null, part.origin(), Extensions.NONE));
        }

        private void lost(boolean present, String member) {
            if (present) {
                losses.dropped(path + member, "reasoning has text and a signature only");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            BedrockConverseDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new Text(part.text(), List.of(), null, null, Extensions.NONE));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(BedrockConverseDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
