// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One part as it stands on the wire: one member that says what it is, and modifiers. */
final class GeminiPart {
    /** What it is. */
    enum Kind {
        NOTHING,
        TEXT,
        BLOB,
        FILE,
        CALL,
        RESPONSE,
        OPAQUE
    }

    private static final String SIGNATURE = "thoughtSignature";

    Kind kind = Kind.NOTHING;
    boolean thought;
    String text = "";

    @Nullable String signature;

    @Nullable GeminiCall call;

    @Nullable GeminiResponse response;

    @Nullable String mediaType;

    /** Base64 of a blob, address of a file. */
    String data = "";

    private boolean manifold;
    private @Nullable String displayName;
    private String opaqueType = "";
    private RawJson raw = RawJson.EMPTY_OBJECT;
    private final Map<String, RawJson> extra = new LinkedHashMap<>(0);

    private GeminiPart() {}

    static GeminiPart read(JsonReader in) {
        GeminiPart part = new GeminiPart();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            part.member(in, in.name());
        }
        part.finish(in, mark);
        return part;
    }

    private void member(JsonReader in, String name) {
        String camel = GeminiNames.camel(name);
        switch (camel) {
            case "text" -> {
                if (!in.isNull()) {
                    is(Kind.TEXT);
                    text = in.string();
                }
            }
            case "thought" -> thought = Boolean.TRUE.equals(in.boolOrNull());
            case SIGNATURE -> signature = in.stringOrNull();
            case "inlineData" -> media(in, Kind.BLOB, "data");
            case "fileData" -> media(in, Kind.FILE, "fileUri");
            case "functionCall" -> {
                if (!in.isNull()) {
                    is(Kind.CALL);
                    call = GeminiCall.read(in, extra);
                }
            }
            case "functionResponse" -> {
                if (!in.isNull()) {
                    is(Kind.RESPONSE);
                    response = GeminiResponse.read(in, extra);
                }
            }
            case "executableCode", "codeExecutionResult", "toolCall", "toolResponse", "audioTranscription" -> {
                if (in.isNull()) {
                    return;
                }
                is(Kind.OPAQUE);
                opaqueType = camel;
                if (!in.isObject()) {
                    throw in.mismatch("an object");
                }
                in.skip();
            }
            case "videoMetadata", "mediaResolution", "mediaProcessing", "speechMetadata", "partMetadata" ->
                extra.put(camel, in.raw());
            default -> extra.put(name, in.raw());
        }
    }

    private void is(Kind found) {
        manifold |= kind != Kind.NOTHING;
        kind = found;
    }

    /** Whether it claims to be several things, which requests may not and vendors never did. */
    boolean isManifold() {
        return manifold;
    }

    private void media(JsonReader in, Kind found, String place) {
        if (in.isNull()) {
            return;
        }
        is(found);
        String path = in.path();
        boolean given = false;
        in.beginObject();
        while (in.nextField()) {
            String camel = GeminiNames.camel(in.name());
            if (camel.equals(place)) {
                data = in.string();
                given = true;
            } else if (camel.equals("mimeType")) {
                mediaType = in.stringOrNull();
            } else if (camel.equals("displayName")) {
                displayName = in.stringOrNull();
            } else {
                extra.put((found == Kind.BLOB ? "inlineData." : "fileData.") + in.name(), in.raw());
            }
        }
        if (!given) {
            throw in.missing(path + "." + place);
        }
    }

    private void finish(JsonReader in, int mark) {
        if (kind == Kind.NOTHING && !extra.isEmpty()) {
            kind = Kind.OPAQUE;
            opaqueType = extra.keySet().iterator().next();
        }
        if (manifold) {
            kind = Kind.OPAQUE;
            opaqueType = "several";
        }
        if (kind == Kind.OPAQUE || kind == Kind.RESPONSE) {
            raw = in.rawSince(mark);
        }
        if (kind != Kind.TEXT && kind != Kind.OPAQUE && thought) {
            extra.put("thought", RawJson.TRUE);
        }
    }

    /** Whether it is text and nothing else, of the answer or of the thoughts. */
    boolean isPlain() {
        return kind == Kind.TEXT && signature == null && extra.isEmpty();
    }

    Extensions extensions() {
        return extra.isEmpty() ? Extensions.NONE : Extensions.of(GeminiDialect.ID, extra);
    }

    /** This part, if it is a text of the answer. */
    Text text(Origin origin) {
        return new Text(text, List.of(), GeminiSeal.signature(signature, origin), null, extensions());
    }

    /** This part, if it is a text of the thoughts. */
    Reasoning reasoning(Origin origin) {
        return GeminiSeal.reasoning(text, signature, origin, extensions());
    }

    /** This part, if it is a call that came whole. */
    ToolCall call(String id, Origin origin) {
        GeminiCall called = Objects.requireNonNull(call);
        return new ToolCall(
                id,
                ToolKind.FUNCTION,
                called.name() == null ? "" : called.name(),
                called.args() == null ? "{}" : ObjectArguments.decode(called.args()),
                GeminiSeal.signature(signature, origin),
                null,
                extensions());
    }

    /** This part, if it is of a kind that only this dialect knows. */
    Opaque opaque() {
        return new Opaque(GeminiDialect.ID, opaqueType.isEmpty() ? "functionResponse" : opaqueType, raw);
    }

    /** This part, if it is a blob or a file. */
    Part media() {
        MediaSource source =
                kind == Kind.BLOB ? new MediaSource.Base64(mediaType, data) : GeminiMedia.file(data, mediaType);
        String uri = kind == Kind.FILE ? data : "";
        if (signature != null && !GeminiSeal.isWord(signature)) {
            extra.put(SIGNATURE, RawJson.string(signature));
        }
        GeminiMediaKind media = GeminiMediaKind.of(mediaType, uri);
        if (media != GeminiMediaKind.DOCUMENT && displayName != null) {
            extra.put((kind == Kind.BLOB ? "inlineData." : "fileData.") + "displayName", RawJson.string(displayName));
        }
        return switch (media) {
            case IMAGE -> image(source);
            case AUDIO -> new Audio(source, null, null, null, null, extensions());
            case VIDEO -> new Video(source, null, extensions());
            case DOCUMENT -> new Document(source, displayName, null, null, null, extensions());
        };
    }

    private Image image(MediaSource source) {
        RawJson resolution = extra.get(GeminiResolutions.FIELD);
        String detail = resolution == null ? null : GeminiResolutions.decode(resolution);
        if (detail != null) {
            extra.remove(GeminiResolutions.FIELD);
        }
        return new Image(source, detail, null, extensions());
    }
}
