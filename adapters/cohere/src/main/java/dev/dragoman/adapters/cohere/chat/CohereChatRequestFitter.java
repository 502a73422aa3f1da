// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

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
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.PartFitter;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the parts of a request's messages: what it returns is written without a further loss. Documents of messages, which stand
 * at the top level of a request, are taken out and collected.
 */
final class CohereChatRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final boolean thinks;
    private final List<PlacedPart> documents = new ArrayList<>(0);

    /** @param thinks whether the model can think, and so takes thoughts */
    CohereChatRequestFitter(@Nullable String vendor, boolean thinks) {
        this.vendor = vendor;
        this.thinks = thinks;
    }

    /** The documents of messages, in order. */
    List<PlacedPart> documents() {
        return documents;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        return part.accept(new One(role, path, losses)).orElse(null);
    }

    /**
     * Whether reasoning may go back: to its issuer, whose thoughts are not signed, so that any of his models takes them. What a
     * client sends without an origin is taken for its vendor's own.
     */
    private boolean issuedHere(Reasoning part) {
        Origin origin = part.origin();
        if (origin == null) {
            return !part.isSealed();
        }
        return origin.vendor().equals(vendor) || (CohereChatSeal.isNative(origin) && CohereChatSeal.isNative(vendor));
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

        private Extensions own(Extensions extensions) {
            return CohereChatDialect.EXTENSIONS.own(extensions, path, losses);
        }

        @Override
        public Optional<Part> text(Text part) {
            List<Citation> citations = new ArrayList<>(part.citations().size());
            for (int i = 0; i < part.citations().size(); i++) {
                String place = ".citations[" + i + "]";
                if (role == Role.ASSISTANT) {
                    citations.add(CohereChatCitations.fit(part.citations().get(i), path + place, losses));
                } else {
                    note(LossKind.DROPPED, place, "only the model's texts carry citations");
                }
            }
            if (part.signature() != null) {
                losses.dropped(path + ".signature", "texts are not signed there");
            }
            return Optional.of(new Text(part.text(), citations, null, part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> image(Image part) {
            if (role != Role.USER && role != Role.TOOL) {
                return dropped("pictures stand in the user's messages only");
            }
            MediaSource source = CohereChatMedia.picture(part.source(), path + ".source", losses);
            if (source == null) {
                return dropped("pictures are given by an address or their bytes");
            }
            return Optional.of(new Image(
                    source, CohereChatMedia.detail(part.detail(), path, losses), part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> document(Document part) {
            if (role == Role.ASSISTANT) {
                return dropped("the model's messages hold no documents");
            }
            String text = CohereChatMedia.text(part.source(), path + ".source", losses);
            if (text == null) {
                return dropped("documents are text");
            }
            if (part.cache() != null) {
                note(LossKind.DROPPED, ".cache", "there are no caching breakpoints");
            }
            if (part.context() != null && part.extensions().get(CohereChatDialect.ID, "data") != null) {
                losses.dropped(path + ".context", "the document's own data say all of it");
            }
            boolean result = role == Role.TOOL;
            if (result && part.citations() != null) {
                note(LossKind.DROPPED, ".citations", "results of tools are cited as the request's documents are");
            }
            Document fitted = new Document(
                    new MediaSource.PlainText(text),
                    part.name(),
                    part.context(),
                    result ? null : part.citations(),
                    null,
                    own(part.extensions()));
            if (result) {
                return Optional.of(fitted);
            }
            note(LossKind.MOVED, "", "documents stand beside the messages");
            documents.add(new PlacedPart(fitted, path));
            return Optional.empty();
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
            return Optional.of(new ToolCall(
                    part.id(), part.kind(), part.name(), part.arguments(), null, part.cache(), own(part.extensions())));
        }

        @Override
        public Optional<Part> toolResult(ToolResult part) {
            List<Part> content = new ArrayList<>(part.content().size());
            for (int i = 0; i < part.content().size(); i++) {
                if (part.content().get(i) instanceof Text text && text.text().isBlank()) {
                    note(LossKind.DROPPED, ".content[" + i + "]", "texts must not be empty or blank there");
                    continue;
                }
                Part fitted = fit(part.content().get(i), Role.TOOL, path + ".content[" + i + "]", losses);
                if (fitted != null) {
                    content.add(fitted);
                }
            }
            if (part.name() != null) {
                note(LossKind.DROPPED, ".name", "a result names the call, not the tool");
            }
            if (part.error() != null) {
                losses.add(
                        LossKind.DROPPED,
                        part.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                        path + ".error",
                        "a result has no mark of failure");
            }
            CohereChatDialect.EXTENSIONS.dropAll(part.extensions(), path, losses);
            return Optional.of(new ToolResult(part.callId(), null, content, null, part.cache(), Extensions.NONE));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("reasoning stands in the model's messages only");
            }
            if (!issuedHere(part)) {
                return dropped("reasoning goes back to the vendor that made it only");
            }
            boolean plan = CohereChatSeal.isPlan(part);
            if (part.text() == null) {
                return dropped("thoughts are text there");
            }
            if (!thinks && !plan) {
                return dropped("this model does not think, and takes no thoughts");
            }
            lost(!part.summary().isEmpty(), ".summary");
            lost(part.signature() != null, ".signature");
            lost(part.encrypted() != null, ".encrypted");
            lost(part.id() != null && !plan, ".id");
            return Optional.of(new Reasoning(
                    part.text(),
                    List.of(),
                    null,
                    null,
                    plan ? part.id() : null,
                    part.origin(),
                    own(part.extensions())));
        }

        private void lost(boolean present, String member) {
            if (present) {
                losses.dropped(path + member, "thoughts have a text only");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(CohereChatDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
