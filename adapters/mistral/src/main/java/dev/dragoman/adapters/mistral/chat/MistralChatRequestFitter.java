// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.PartFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of a request's messages: what it returns is written without a further loss. */
final class MistralChatRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final String model;

    MistralChatRequestFitter(@Nullable String vendor, String model) {
        this.vendor = vendor;
        this.model = model;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
    }

    private final class One implements Part.Cases<Optional<Part>> {
        private final Role role;
        private final String path;
        private final Losses losses;
        private final MistralChatMedia media;

        One(Role role, String path, Losses losses) {
            this.role = role;
            this.path = path;
            this.losses = losses;
            this.media = new MistralChatMedia(losses);
        }

        private Optional<Part> dropped(String reason) {
            losses.dropped(path, reason);
            return Optional.empty();
        }

        private void cache(@Nullable CacheHint hint) {
            if (hint != null) {
                losses.dropped(path + ".cache", "there are no caching breakpoints there");
            }
        }

        private void signature(@Nullable Signature signature) {
            if (signature != null) {
                losses.dropped(path + ".signature", "only thoughts are signed there");
            }
        }

        private Extensions own(Extensions extensions) {
            return MistralChatDialect.EXTENSIONS.own(extensions, path, losses);
        }

        @Override
        public Optional<Part> text(Text part) {
            for (int i = 0; i < part.citations().size(); i++) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".citations[" + i + "]", "texts carry no citations");
            }
            signature(part.signature());
            cache(part.cache());
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> image(Image part) {
            return role.isInstruction() ? instructed() : fitted(media.image(part, path), part.cache());
        }

        @Override
        public Optional<Part> document(Document part) {
            return role.isInstruction() ? instructed() : fitted(media.document(part, path), part.cache());
        }

        @Override
        public Optional<Part> audio(Audio part) {
            return role.isInstruction() ? instructed() : fitted(media.audio(part, path), part.cache());
        }

        @Override
        public Optional<Part> video(Video part) {
            return dropped("this dialect has no films");
        }

        private Optional<Part> instructed() {
            return dropped("instructions are text");
        }

        private Optional<Part> fitted(@Nullable Part part, @Nullable CacheHint hint) {
            if (part == null) {
                return Optional.empty();
            }
            cache(hint);
            own(part.extensions());
            return Optional.of(part);
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            signature(part.signature());
            cache(part.cache());
            return Optional.of(new ToolCall(
                    part.id(), part.kind(), part.name(), part.arguments(), null, null, own(part.extensions())));
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
                        "a tool message has no mark of failure");
            }
            cache(part.cache());
            MistralChatDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new ToolResult(part.callId(), part.name(), content, null, null, Extensions.NONE));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role == Role.USER || role == Role.TOOL) {
                return dropped("reasoning stands in the model's messages");
            }
            if (!MistralChatNative.issuedBy(part.origin(), vendor)) {
                return dropped("reasoning goes back to the vendor that made it only");
            }
            lost(!part.summary().isEmpty(), ".summary");
            lost(part.id() != null, ".id");
            lost(part.encrypted() != null, ".encrypted");
            String signature = part.signature();
            if (signature != null && !MistralChatNative.signedFor(part.origin(), model)) {
                losses.dropped(path + ".signature", "a signature goes back to the model that made it only");
                signature = null;
            }
            if (part.text() == null && signature == null) {
                return dropped("there is nothing in it that can be sent back");
            }
            return Optional.of(new Reasoning(
                    part.text(), List.of(), signature, null, null, part.origin(), own(part.extensions())));
        }

        private void lost(boolean present, String member) {
            if (present) {
                losses.dropped(path + member, "thinking chunks have texts and a signature only");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            if (part.type().equals(MistralChatFragment.TOOL_MESSAGE)) {
                return dropped("what the vendor's own tools returned stays with the vendor");
            }
            return part.dialect().equals(MistralChatDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
