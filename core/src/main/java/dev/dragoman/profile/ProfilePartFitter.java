// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.PartFitter;
import dev.dragoman.profile.ReasoningRules.Replay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out what a vendor has no place for: kinds of media, and what of earlier reasoning it does not want back. */
final class ProfilePartFitter implements PartFitter {
    private final Set<Repairs.Media> refused;
    private final Replay replay;
    private final String tag;
    private final String dialect;
    private final @Nullable JsonTemplate replayPart;
    private final @Nullable String vendor;

    ProfilePartFitter(ProfileRules rules, @Nullable String vendor) {
        this.refused = rules.repairs() == null ? Set.of() : rules.repairs().refusedMedia();
        this.replay =
                rules.reasoning() == null ? Replay.DETAILS : rules.reasoning().replay();
        this.tag = rules.reply().thinkTags().isNone()
                ? "think"
                : rules.reply().thinkTags().names().get(0);
        this.dialect = rules.repairs() == null ? "" : rules.repairs().rules().dialect();
        RawJson example = rules.reasoning() == null ? null : rules.reasoning().replayPart();
        this.replayPart = example == null ? null : new JsonTemplate(example);
        this.vendor = vendor;
    }

    @Override
    public @Nullable Part fit(Part part, Role role, String path, Losses losses) {
        if (part instanceof Reasoning reasoning) {
            return reasoning(reasoning, path, losses);
        }
        if (part instanceof Text text && text.signature() != null && replay != Replay.DETAILS) {
            losses.dropped(path + ".signature", "the vendor has no place for signatures");
            return new Text(text.text(), text.citations(), null, text.cache(), text.extensions());
        }
        if (part instanceof ToolResult result && !refused.isEmpty()) {
            return result(result, role, path, losses);
        }
        Repairs.Media media = media(part);
        if (media != null) {
            losses.dropped(path, "the vendor takes no " + name(media));
            return null;
        }
        return part;
    }

    private Part result(ToolResult result, Role role, String path, Losses losses) {
        List<Part> content = new ArrayList<>(result.content().size());
        for (int i = 0; i < result.content().size(); i++) {
            Part fitted = fit(result.content().get(i), role, path + ".content[" + i + "]", losses);
            if (fitted != null) {
                content.add(fitted);
            }
        }
        return content.equals(result.content())
                ? result
                : new ToolResult(
                        result.callId(), result.name(), content, result.error(), result.cache(), result.extensions());
    }

    private @Nullable Part reasoning(Reasoning part, String path, Losses losses) {
        boolean own = part.origin() == null || part.origin().vendor().equals(vendor);
        if (replay == Replay.DETAILS || (!own && replay != Replay.NEVER)) {
            return part;
        }
        if (replay == Replay.NEVER) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, path, "the vendor does not take reasoning of earlier turns back");
            return null;
        }
        if (replayPart != null) {
            return amongContent(part, replayPart, path, losses);
        }
        if (part.text() == null) {
            losses.dropped(path, "the vendor takes the text of its reasoning back only, and there is none");
            return null;
        }
        strip(part, path, losses);
        String text = Objects.requireNonNull(part.text());
        if (replay == Replay.INLINE) {
            losses.add(LossKind.EMULATED, Severity.NOTE, path, "reasoning stands within the content, between tags");
            return Text.of("<" + tag + ">" + text + "</" + tag + ">");
        }
        // A client that sends a text alone back does not name its origin; the vendor may refuse a history without it.
        Origin origin = part.origin() == null && vendor != null ? new Origin(vendor, null) : part.origin();
        return new Reasoning(text, List.of(), null, null, null, origin, Extensions.NONE);
    }

    /** What a vendor has sealed it wants back sealed: without a signature a text is none of its own. */
    private @Nullable Part amongContent(Reasoning part, JsonTemplate template, String path, Losses losses) {
        Map<String, String> values = new HashMap<>();
        if (part.text() != null && part.signature() != null) {
            values.put("text", part.text());
            values.put("signature", part.signature());
        }
        if (part.encrypted() != null) {
            values.put("data", part.encrypted());
        }
        if (values.isEmpty()) {
            losses.dropped(path, "the vendor takes reasoning back only with its signature");
            return null;
        }
        losses.add(LossKind.MOVED, Severity.NOTE, path, "reasoning stands among the parts of the content");
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            template.write(values, json);
        }
        RawJson written = RawJson.written(out);
        return new Opaque(
                dialect,
                Objects.requireNonNullElse(
                        JsonWords.word(ObjectDraft.of(written).get("type")), ""),
                written);
    }

    private static void strip(Reasoning part, String path, Losses losses) {
        String reason = "the vendor takes the text of its reasoning back only";
        if (!part.summary().isEmpty()) {
            losses.dropped(path + ".summary", reason);
        }
        if (part.signature() != null) {
            losses.dropped(path + ".signature", reason);
        }
        if (part.encrypted() != null) {
            losses.dropped(path + ".encrypted", reason);
        }
        if (part.id() != null) {
            losses.dropped(path + ".id", reason);
        }
        part.extensions()
                .byDialect()
                .forEach((owner, fields) -> fields.keySet()
                        .forEach(name -> losses.dropped(path + ".extensions." + owner + "." + name, reason)));
    }

    private Repairs.@Nullable Media media(Part part) {
        Repairs.Media kind = null;
        if (part instanceof Image image) {
            boolean address = image.source() instanceof MediaSource.Url;
            kind = address && refused.contains(Repairs.Media.IMAGE_URL) ? Repairs.Media.IMAGE_URL : Repairs.Media.IMAGE;
        } else if (part instanceof Audio) {
            kind = Repairs.Media.AUDIO;
        } else if (part instanceof Video) {
            kind = Repairs.Media.VIDEO;
        } else if (part instanceof Document) {
            kind = Repairs.Media.DOCUMENT;
        }
        return kind != null && refused.contains(kind) ? kind : null;
    }

    private static String name(Repairs.Media media) {
        return switch (media) {
            case IMAGE -> "pictures";
            case IMAGE_URL -> "pictures by address: send their content";
            case AUDIO -> "sound";
            case VIDEO -> "films";
            case DOCUMENT -> "files";
        };
    }
}
