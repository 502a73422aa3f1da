// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.PartFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss. */
final class AnthropicMessagesRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final String model;

    AnthropicMessagesRequestFitter(@Nullable String vendor, String model) {
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
                || (AnthropicMessagesSeal.isNative(origin)
                        && vendor != null
                        && AnthropicMessagesSeal.isNative(new Origin(vendor, null)));
        String maker = origin.model();
        // Names of a model with and without its date are one model.
        return vendorFits && (maker == null || maker.isEmpty() || maker.startsWith(model) || model.startsWith(maker));
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

        private @Nullable CacheHint cache(@Nullable CacheHint hint) {
            return AnthropicMessagesCache.fit(hint, path + ".cache", losses);
        }

        private Extensions own(Extensions extensions) {
            return AnthropicMessagesDialect.EXTENSIONS.own(extensions, path, losses);
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
                Citation citation =
                        AnthropicMessagesCitations.fit(part.citations().get(i), true, place, losses);
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
            if (role != Role.USER && role != Role.TOOL) {
                return dropped("pictures stand in the user's messages and in tool results only");
            }
            MediaSource source = AnthropicMessagesMedia.picture(part.source(), path + ".source", losses);
            if (source == null) {
                return dropped("pictures are JPEG, PNG, GIF or WebP");
            }
            if (part.detail() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".detail", "pictures have no detail there");
            }
            return Optional.of(new Image(source, null, cache(part.cache()), own(part.extensions())));
        }

        @Override
        public Optional<Part> document(Document part) {
            if (role != Role.USER && role != Role.TOOL) {
                return dropped("documents stand in the user's messages and in tool results only");
            }
            MediaSource source = AnthropicMessagesMedia.document(part.source(), path + ".source", losses);
            if (source == null) {
                return dropped("documents are PDF or text");
            }
            return Optional.of(new Document(
                    source,
                    part.name(),
                    part.context(),
                    part.citations(),
                    cache(part.cache()),
                    own(part.extensions())));
        }

        @Override
        public Optional<Part> audio(Audio part) {
            return dropped("this dialect has no sound");
        }

        @Override
        public Optional<Part> video(Video part) {
            return dropped("this dialect has no films");
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
                Part fitted = fit(part.content().get(i), Role.TOOL, path + ".content[" + i + "]", losses);
                if (fitted != null) {
                    content.add(fitted);
                }
            }
            if (part.name() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".name", "a result names the call, not the tool");
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
                losses.add(LossKind.MOVED, Severity.NOTE, path, "signed and encrypted reasoning are two blocks");
            }
            return Optional.of(new Reasoning(
                    part.text(),
                    List.of(),
                    part.signature(),
                    part.encrypted(),
                    null,
                    part.origin(),
                    own(part.extensions())));
        }

        private void lost(boolean present, String member) {
            if (present) {
                losses.dropped(path + member, "thinking blocks have text and a signature only");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(AnthropicMessagesDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
