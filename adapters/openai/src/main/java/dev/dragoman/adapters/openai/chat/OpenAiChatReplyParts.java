// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import org.jspecify.annotations.Nullable;

/** Parts of an answer that whole and streamed answers write alike, and what of a part an answer cannot say. */
final class OpenAiChatReplyParts {
    private OpenAiChatReplyParts() {}

    /** The address of a picture; {@code null} where it has none that a client could use. */
    static @Nullable String imageUrl(Image image) {
        if (image.source() instanceof MediaSource.Url url) {
            return url.url();
        }
        return image.source() instanceof MediaSource.Base64 base64 ? DataUrl.format(base64) : null;
    }

    /** Writes an entry of {@code images}. */
    static void image(String url, JsonWriter json) {
        json.beginObject().field("type", "image_url").beginObject("image_url").field("url", url);
        json.endObject().endObject();
    }

    /** Writes the members of {@code audio}. */
    static void audio(Audio audio, String path, JsonWriter json, Losses losses) {
        json.field("id", audio.id());
        MediaSource source = audio.source();
        if (source instanceof MediaSource.Base64 base64) {
            json.field("data", base64.data());
            if (base64.mediaType() != null) {
                losses.add(
                        LossKind.DROPPED, Severity.NOTE, path + ".source.mediaType", "the request's format tells it");
            }
        } else if (source != null) {
            losses.dropped(path + ".source", "spoken answers are given by their content");
        }
        json.field("expires_at", audio.expiresAt()).field("transcript", audio.transcript());
        if (audio.cache() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".cache", "answers carry no caching breakpoints");
        }
        EXTENSIONS.dropAll(audio.extensions(), path, losses);
    }

    /** Reports what a text cannot say here besides its words, citations and signature. */
    static void text(Text text, String path, Losses losses) {
        if (text.cache() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".cache", "answers carry no caching breakpoints");
        }
        EXTENSIONS.dropAll(text.extensions(), path, losses);
    }

    /** Reports what a picture cannot say here besides its address. */
    static void image(Image image, String path, Losses losses) {
        if (image.detail() != null) {
            losses.dropped(path + ".detail", "produced pictures have no detail");
        }
        if (image.cache() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".cache", "answers carry no caching breakpoints");
        }
        if (image.source() instanceof MediaSource.Url url && url.mediaType() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".source.mediaType", "the address tells it");
        }
        if (image.source() instanceof MediaSource.Base64 base64 && base64.mediaType() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".source.mediaType", "a data URL needs a media type");
        }
        EXTENSIONS.dropAll(image.extensions(), path, losses);
    }

    /** Reports extensions of reasoning that other dialects made. */
    static void reasoning(Reasoning reasoning, String path, Losses losses) {
        EXTENSIONS.dropForeign(reasoning.extensions(), path, losses);
    }
}
