// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Video;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the object of a picture, file, film or sound. */
final class BedrockConverseMedia {
    private @Nullable String format;
    private @Nullable BedrockConverseSource source;
    private @Nullable String name;
    private @Nullable String context;
    private @Nullable Boolean cites;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private BedrockConverseMedia() {}

    /** The part; {@code null} for a form that the canonical model does not know. */
    static @Nullable Part read(JsonReader in, String kind) {
        String path = in.path();
        BedrockConverseMedia media = new BedrockConverseMedia();
        in.beginObject();
        while (in.nextField()) {
            media.member(in, kind);
        }
        BedrockConverseSource source = media.source;
        if (source != null && source.lacking() == null) {
            return media.part(kind, source);
        }
        if (media.unknown.containsKey("error")) { // an answer's picture that failed
            return null;
        }
        throw in.missing(path + ".source" + (source == null ? "" : "." + source.lacking()));
    }

    private void member(JsonReader in, String kind) {
        if (in.isNull()) {
            return;
        }
        boolean document = kind.equals("document");
        String member = in.name();
        if (member.equals("format")) {
            format = in.string();
        } else if (member.equals("source")) {
            source = BedrockConverseSource.read(in);
        } else if (document && member.equals("name")) {
            name = in.string();
        } else if (document && member.equals("context")) {
            context = in.string();
        } else if (document && member.equals("citations")) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("enabled")) {
                    cites = in.boolOrNull();
                } else {
                    unknown.put("citations." + in.name(), in.raw());
                }
            }
        } else {
            unknown.put(member, in.raw());
        }
    }

    private @Nullable Part part(String kind, BedrockConverseSource from) {
        BedrockConverseFormats formats = switch (kind) {
            case "image" -> BedrockConverseFormats.IMAGE;
            case "video" -> BedrockConverseFormats.VIDEO;
            case "audio" -> BedrockConverseFormats.AUDIO;
            default -> BedrockConverseFormats.DOCUMENT;
        };
        MediaSource media = from.media(format == null ? null : formats.mediaType(format));
        if (media == null) {
            return null;
        }
        if (media instanceof MediaSource.PlainText) {
            if (!kind.equals("document")) {
                return null;
            }
            if (format != null) {
                unknown.put("format", RawJson.string(format));
            }
        }
        if (from.owner != null) {
            unknown.put(BedrockConverseSource.OWNER, from.owner);
        }
        Extensions extensions = Extensions.of(BedrockConverseDialect.ID, unknown);
        return switch (kind) {
            case "image" -> new Image(media, null, null, extensions);
            case "video" -> new Video(media, null, extensions);
            case "audio" -> new Audio(media, null, null, null, null, extensions);
            default -> new Document(media, name, context, cites, null, extensions);
        };
    }
}
