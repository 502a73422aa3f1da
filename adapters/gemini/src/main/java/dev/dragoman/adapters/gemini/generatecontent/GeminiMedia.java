// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.content.MediaSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where media are: {@code inlineData} in base64, {@code fileData} at an address. Source: "File input methods" of Google's API
 * documentation: of the web's addresses all but sound and GIFs are fetched.
 */
final class GeminiMedia {
    /** Sound is given by its content. Pictures and films keep their addresses, though GIFs are refused. */
    static final MediaIntake INTAKE = new MediaIntake(
            Set.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT),
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("image/png", "image/jpeg", "image/webp"),
                    MediaKind.VIDEO,
                    Set.of("video/mp4", "video/webm"),
                    MediaKind.AUDIO,
                    Set.of("audio/wav", "audio/mpeg", "audio/flac", "audio/ogg"),
                    MediaKind.DOCUMENT,
                    Set.of("application/pdf", "text/plain", "text/html", "text/csv", "application/json")));

    private static final List<Map.Entry<String, String>> BEGINNINGS = List.of(
            Map.entry("iVBOR", "image/png"),
            Map.entry("/9j/", "image/jpeg"),
            Map.entry("R0lGOD", "image/gif"),
            Map.entry("JVBERi", "application/pdf"),
            Map.entry("SUQz", "audio/mpeg"));

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("mov", "video/mov"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"));

    private GeminiMedia() {}

    /** Where a file is that a client or vendor names. Files uploaded to Google are addresses that nobody else can fetch. */
    static MediaSource file(String uri, @Nullable String mediaType) {
        return isUploaded(uri) ? new MediaSource.FileId(uri, mediaType) : new MediaSource.Url(uri, mediaType);
    }

    private static boolean isUploaded(String uri) {
        return uri.startsWith("files/")
                || (uri.startsWith("https://generativelanguage.googleapis.com/") && uri.contains("/files/"));
    }

    /** Whether an address is one of YouTube. */
    static boolean isFilm(String uri) {
        return uri.startsWith("https://www.youtube.com/")
                || uri.startsWith("https://youtube.com/")
                || uri.startsWith("https://youtu.be/");
    }

    /**
     * The source as this dialect can say it, its media type known; {@code null} if it cannot say it.
     *
     * @param path path of the source
     * @param fetches whether the model fetches addresses of the web
     */
    static @Nullable MediaSource fit(
            MediaSource source, GeminiMediaKind kind, boolean fetches, String path, Losses losses) {
        return source.accept(new Fitter(kind, fetches, path, losses)).orNull();
    }

    /** A source or none. */
    private record Fitted(@Nullable MediaSource source) {
        @Nullable MediaSource orNull() {
            return source;
        }
    }

    private record Fitter(GeminiMediaKind kind, boolean fetches, String path, Losses losses)
            implements MediaSource.Cases<Fitted> {
        @Override
        public Fitted url(MediaSource.Url source) {
            String url = source.url();
            boolean web = url.startsWith("http://") || url.startsWith("https://");
            if (!web && !url.startsWith("gs://")) {
                return new Fitted(null);
            }
            if (isFilm(url) && kind == GeminiMediaKind.VIDEO && source.mediaType() == null) {
                return new Fitted(source);
            }
            String type = known(source.mediaType(), ending(url));
            boolean fetched = isFilm(url) || (fetches && kind != GeminiMediaKind.AUDIO && !type.equals("image/gif"));
            return new Fitted(web && !fetched ? null : new MediaSource.Url(url, type));
        }

        @Override
        public Fitted base64(MediaSource.Base64 source) {
            return new Fitted(
                    new MediaSource.Base64(known(source.mediaType(), beginning(source.data())), source.data()));
        }

        @Override
        public Fitted fileId(MediaSource.FileId source) {
            if (!isUploaded(source.id())) {
                return new Fitted(null);
            }
            return new Fitted(new MediaSource.FileId(source.id(), known(source.mediaType(), ending(source.id()))));
        }

        @Override
        public Fitted plainText(MediaSource.PlainText source) {
            losses.add(LossKind.EMULATED, Severity.NOTE, path, "a text is a file of the type text/plain there");
            byte[] text = source.text().getBytes(StandardCharsets.UTF_8);
            return new Fitted(
                    new MediaSource.Base64("text/plain", Base64.getEncoder().encodeToString(text)));
        }

        private String known(@Nullable String mediaType, @Nullable String guess) {
            if (mediaType != null && !mediaType.isEmpty()) {
                if (GeminiMediaKind.of(mediaType, "") != kind) {
                    losses.approximated(path, "what it is follows from the media type there, which is " + mediaType);
                }
                return mediaType;
            }
            boolean fits = guess != null && GeminiMediaKind.of(guess, "") == kind;
            losses.add(
                    LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "media need a type there; it was guessed");
            return guess != null && fits ? guess : kind.usual();
        }
    }

    private static @Nullable String beginning(String base64) {
        for (Map.Entry<String, String> entry : BEGINNINGS) {
            if (base64.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static @Nullable String ending(String url) {
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        int dot = url.lastIndexOf('.', end - 1);
        return dot < 0 || dot < url.lastIndexOf('/', end - 1)
                ? null
                : ENDINGS.get(url.substring(dot + 1, end).toLowerCase(Locale.ROOT));
    }
}
