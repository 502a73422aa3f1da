// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.MediaSource;
import org.jspecify.annotations.Nullable;

/** {@code source} of a picture, file, film or sound: bytes, a place in S3, or text. */
final class BedrockConverseSource {
    /** Where the owner of a bucket is kept. */
    static final String OWNER = "source.s3Location.bucketOwner";

    static final String S3 = "s3://";

    private @Nullable String bytes;
    private @Nullable String uri;
    private @Nullable String text;

    @Nullable RawJson owner;

    private boolean located;
    private boolean strange;

    private BedrockConverseSource() {}

    static BedrockConverseSource read(JsonReader in) {
        BedrockConverseSource source = new BedrockConverseSource();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "bytes" -> source.bytes = in.stringOrNull();
                case "text" -> source.text = in.stringOrNull();
                case "s3Location" -> source.location(in);
                default -> {
                    source.strange |= !in.isNull();
                    in.skip();
                }
            }
        }
        return source;
    }

    private void location(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        located = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "uri" -> uri = in.stringOrNull();
                case "bucketOwner" -> owner = in.isNull() ? null : in.raw();
                default -> {
                    strange = true;
                    in.skip();
                }
            }
        }
    }

    /** The member that is missing where a source says nothing; {@code null} if it says something. */
    @Nullable String lacking() {
        if (strange || bytes != null || uri != null || text != null) {
            return null;
        }
        return located ? "s3Location.uri" : "bytes";
    }

    /** Where the bytes are; {@code null} for a form that the canonical model does not know. */
    @Nullable MediaSource media(@Nullable String mediaType) {
        if (strange) {
            return null;
        } else if (bytes != null) {
            return new MediaSource.Base64(mediaType, bytes);
        } else if (uri != null) {
            return new MediaSource.Url(uri, mediaType);
        }
        return text == null ? null : new MediaSource.PlainText(text);
    }

    /** Writes a source that fits. */
    static void encode(MediaSource source, Extensions extensions, JsonWriter json) {
        json.beginObject("source");
        if (source instanceof MediaSource.Base64 base64) {
            json.field("bytes", base64.data());
        } else if (source instanceof MediaSource.PlainText plain) {
            json.field("text", plain.text());
        } else if (source instanceof MediaSource.Url url) {
            json.beginObject("s3Location").field("uri", url.url());
            json.field("bucketOwner", extensions.get(BedrockConverseDialect.ID, OWNER));
            json.endObject();
        }
        json.endObject();
    }

    /** The media type that a source names; {@code null} if none. */
    static @Nullable String mediaType(MediaSource source) {
        if (source instanceof MediaSource.Base64 base64) {
            return base64.mediaType();
        }
        return source instanceof MediaSource.Url url ? url.mediaType() : null;
    }
}
