// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
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
import dev.dragoman.prepare.ObjectArguments;
import org.jspecify.annotations.Nullable;

/** Writes parts that were fitted before; reports nothing. */
final class GeminiPartEncoder implements Part.Cases<JsonWriter> {
    private final JsonWriter json;
    private final GeminiSigner signer;
    private final boolean ids;

    /** @param ids whether calls and responses name the id of the call */
    GeminiPartEncoder(JsonWriter json, GeminiSigner signer, boolean ids) {
        this.json = json;
        this.signer = signer;
        this.ids = ids;
    }

    /** Writes the part as an element of an array. */
    void encode(Part part) {
        part.accept(this);
    }

    @Override
    public JsonWriter text(Text part) {
        json.beginObject().field("text", part.text());
        return end(part.signature(), part.extensions());
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        json.beginObject().field("text", GeminiSeal.shown(part)).field("thought", Boolean.TRUE);
        json.field("thoughtSignature", signer.of(part));
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        return call(part, part.signature() == null ? null : signer.of(part.signature()));
    }

    /** Writes a call with the word that stands for the signature it never had. */
    void unsigned(ToolCall part) {
        call(part, GeminiSeal.UNSIGNED);
    }

    private JsonWriter call(ToolCall part, @Nullable String signature) {
        json.beginObject().beginObject("functionCall");
        id(part.id());
        json.field("name", part.name()).field("args", ObjectArguments.encode(part.arguments()));
        GeminiDialect.EXTENSIONS.writeNested(part.extensions(), "functionCall", json);
        json.endObject().field("thoughtSignature", signature);
        return end(null, part.extensions());
    }

    private void id(String id) {
        if (ids && !GeminiCallIds.isMade(id)) {
            json.field("id", id);
        }
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        json.beginObject().beginObject("functionResponse");
        id(part.callId());
        json.field("name", part.name() == null ? "" : part.name());
        String text = part.content().isEmpty() || !(part.content().get(0) instanceof Text t) ? "" : t.text();
        json.field("response", GeminiResults.object(text, Boolean.TRUE.equals(part.error())));
        int media = text(part) ? 1 : 0;
        if (part.content().size() > media) {
            json.beginArray("parts");
            part.content().subList(media, part.content().size()).forEach(this::encode);
            json.endArray();
        }
        GeminiDialect.EXTENSIONS.writeNested(part.extensions(), "functionResponse", json);
        json.endObject();
        return end(null, part.extensions());
    }

    private static boolean text(ToolResult part) {
        return !part.content().isEmpty() && part.content().get(0) instanceof Text;
    }

    @Override
    public JsonWriter image(Image part) {
        media(part.source(), null, part.extensions());
        String level = part.detail() == null ? null : GeminiResolutions.encode(part.detail());
        if (level != null) {
            json.beginObject(GeminiResolutions.FIELD).field("level", level).endObject();
        }
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter audio(Audio part) {
        if (part.source() == null) {
            throw new IllegalArgumentException("sound without a source was not fitted");
        }
        media(part.source(), null, part.extensions());
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter video(Video part) {
        media(part.source(), null, part.extensions());
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter document(Document part) {
        media(part.source(), part.name(), part.extensions());
        return end(null, part.extensions());
    }

    /** Opens the part and writes its data. */
    private void media(MediaSource source, @Nullable String name, Extensions extensions) {
        json.beginObject();
        if (source instanceof MediaSource.Base64 base64) {
            json.beginObject("inlineData").field("mimeType", base64.mediaType());
            json.field("data", base64.data()).field("displayName", name);
            GeminiDialect.EXTENSIONS.writeNested(extensions, "inlineData", json);
        } else {
            boolean url = source instanceof MediaSource.Url;
            String place = source instanceof MediaSource.Url u ? u.url() : ((MediaSource.FileId) source).id();
            String type = url ? ((MediaSource.Url) source).mediaType() : ((MediaSource.FileId) source).mediaType();
            json.beginObject("fileData").field("mimeType", type).field("fileUri", place);
            json.field("displayName", name);
            GeminiDialect.EXTENSIONS.writeNested(extensions, "fileData", json);
        }
        json.endObject();
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        json.beginObject().field("text", part.text());
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        RawJson whole = part.json();
        return json.value(whole);
    }

    private JsonWriter end(@Nullable Signature signature, Extensions extensions) {
        if (signature != null) {
            json.field("thoughtSignature", signer.of(signature));
        }
        GeminiDialect.EXTENSIONS.writeOwn(extensions, json);
        return json.endObject();
    }
}
