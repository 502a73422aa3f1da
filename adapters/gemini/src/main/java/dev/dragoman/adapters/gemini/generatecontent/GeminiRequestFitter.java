// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.capability.ModelTraits;
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

/** Fits the parts of a request's messages: what it returns is written without a further loss. */
final class GeminiRequestFitter implements PartFitter {
    private final @Nullable String vendor;
    private final String model;
    private final ModelTraits traits;

    GeminiRequestFitter(@Nullable String vendor, String model, ModelTraits traits) {
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

        private void note(LossKind kind, String member, String reason) {
            losses.add(kind, Severity.NOTE, path + member, reason);
        }

        private void cache(@Nullable CacheHint hint) {
            if (hint != null) {
                note(LossKind.DROPPED, ".cache", "prompts have no caching breakpoints there");
            }
        }

        private Extensions own(Extensions extensions) {
            return GeminiDialect.EXTENSIONS.own(extensions, path, losses);
        }

        private @Nullable Signature signature(@Nullable Signature signature) {
            if (signature == null) {
                return null;
            }
            if (role != Role.ASSISTANT || !GeminiSeal.issuedBy(signature.origin(), vendor, model)) {
                losses.dropped(path + ".signature", "a signature goes back to the vendor and the model that made it");
                return null;
            }
            return signature;
        }

        private @Nullable MediaSource source(MediaSource source, GeminiMediaKind kind) {
            boolean fetches = !traits.has(GeminiModels.NO_ADDRESS_MEDIA);
            MediaSource fitted = GeminiMedia.fit(source, kind, fetches, path + ".source", losses);
            if (fitted == null) {
                losses.dropped(path, "nothing is fetched from there");
            }
            return fitted;
        }

        @Override
        public Optional<Part> text(Text part) {
            cache(part.cache());
            for (int i = 0; i < part.citations().size(); i++) {
                note(LossKind.DROPPED, ".citations[" + i + "]", "texts of a conversation carry no citations");
            }
            return Optional.of(
                    new Text(part.text(), List.of(), signature(part.signature()), null, own(part.extensions())));
        }

        @Override
        public Optional<Part> image(Image part) {
            MediaSource source = source(part.source(), GeminiMediaKind.IMAGE);
            if (source == null) {
                return Optional.empty();
            }
            cache(part.cache());
            return Optional.of(new Image(source, detail(part.detail()), null, own(part.extensions())));
        }

        private @Nullable String detail(@Nullable String detail) {
            if (detail == null) {
                return null;
            }
            boolean known = GeminiResolutions.encode(detail) != null;
            if (!known || (!traits.has(GeminiModels.PART_RESOLUTION) && isGemini())) {
                note(
                        LossKind.DROPPED,
                        ".detail",
                        known ? "this model takes no resolution of single pictures" : "there is no such resolution");
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
            cache(part.cache());
            lost(part.id() != null, ".id");
            lost(part.transcript() != null, ".transcript");
            lost(part.expiresAt() != null, ".expiresAt");
            return Optional.of(new Audio(source, null, null, null, null, own(part.extensions())));
        }

        private void lost(boolean present, String member) {
            if (present) {
                note(LossKind.DROPPED, member, "sound is its bytes only");
            }
        }

        @Override
        public Optional<Part> video(Video part) {
            MediaSource source = source(part.source(), GeminiMediaKind.VIDEO);
            cache(source == null ? null : part.cache());
            return source == null ? Optional.empty() : Optional.of(new Video(source, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> document(Document part) {
            MediaSource source = source(part.source(), GeminiMediaKind.DOCUMENT);
            if (source == null) {
                return Optional.empty();
            }
            cache(part.cache());
            if (part.context() != null) {
                losses.dropped(path + ".context", "files come without a context");
            }
            if (part.citations() != null) {
                note(LossKind.DROPPED, ".citations", "citations cannot be asked for");
            }
            return Optional.of(new Document(source, part.name(), null, null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> toolCall(ToolCall part) {
            cache(part.cache());
            if (part.kind() == ToolKind.FUNCTION) {
                ObjectArguments.report(part.arguments(), path + ".arguments", losses);
            }
            return Optional.of(new ToolCall(
                    part.id(),
                    part.kind(),
                    part.name(),
                    part.arguments(),
                    signature(part.signature()),
                    null,
                    own(part.extensions())));
        }

        /** One text, then media. */
        @Override
        public Optional<Part> toolResult(ToolResult part) {
            cache(part.cache());
            StringBuilder text = new StringBuilder();
            List<Part> media = new ArrayList<>(0);
            int texts = 0;
            for (int i = 0; i < part.content().size(); i++) {
                String place = path + ".content[" + i + "]";
                Part fitted = fit(part.content().get(i), Role.TOOL, place, losses);
                if (fitted instanceof Text words) {
                    if (texts++ > 0) {
                        note(LossKind.APPROXIMATED, ".content", "texts of a result are one text");
                        text.append('\n');
                    }
                    if (!media.isEmpty()) {
                        losses.add(LossKind.MOVED, Severity.NOTE, place, "the text of a result comes first");
                    }
                    if (!words.extensions().isEmpty()) {
                        losses.dropped(place + ".extensions", "the text of a result is nothing but text");
                    }
                    text.append(words.text());
                } else if (fitted instanceof Opaque) {
                    losses.dropped(place, "results hold text and media only");
                } else if (fitted != null) {
                    media.add(fitted);
                }
            }
            if (Boolean.FALSE.equals(part.error())) {
                note(LossKind.DROPPED, ".error", "a result that is no error says nothing of it");
            }
            List<Part> content = new ArrayList<>(media.size() + 1);
            if (texts > 0) {
                content.add(Text.of(text.toString()));
            }
            content.addAll(media);
            return Optional.of(
                    new ToolResult(part.callId(), part.name(), content, part.error(), null, own(part.extensions())));
        }

        @Override
        public Optional<Part> reasoning(Reasoning part) {
            if (role != Role.ASSISTANT) {
                return dropped("reasoning stands in the model's messages only");
            }
            if (!GeminiSeal.issuedBy(part.origin(), vendor, model)) {
                return dropped("reasoning goes back to the vendor and the model that made it only");
            }
            String text = part.text();
            if (text == null && part.signature() == null) {
                return dropped("reasoning is a text or a signature there");
            }
            lost(part.summary(), ".summary");
            lostSeal(part.id(), ".id");
            lostSeal(part.encrypted(), ".encrypted");
            if (text != null && text.isEmpty() && part.signature() != null) {
                note(LossKind.APPROXIMATED, ".text", "an empty text is none there");
            }
            return Optional.of(new Reasoning(
                    text == null ? "" : text,
                    List.of(),
                    part.signature(),
                    null,
                    null,
                    part.origin(),
                    own(part.extensions())));
        }

        private void lost(List<String> summary, String member) {
            if (!summary.isEmpty()) {
                losses.dropped(path + member, "thoughts have text and a signature only");
            }
        }

        private void lostSeal(@Nullable String value, String member) {
            if (value != null) {
                losses.dropped(path + member, "thoughts have text and a signature only");
            }
        }

        @Override
        public Optional<Part> refusal(Refusal part) {
            losses.approximated(path, "a refusal is a text there");
            return Optional.of(new Text(part.text(), List.of(), null, null, own(part.extensions())));
        }

        @Override
        public Optional<Part> opaque(Opaque part) {
            return part.dialect().equals(GeminiDialect.ID)
                    ? Optional.of(part)
                    : dropped("a part that only " + part.dialect() + " knows");
        }
    }
}
