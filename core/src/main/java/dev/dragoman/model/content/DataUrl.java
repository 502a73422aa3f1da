// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code data:} URLs (RFC 2397), in which several dialects carry media. */
public final class DataUrl {
    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";

    private DataUrl() {}

    /** Whether this address is a {@code data:} URL, in whatever case. */
    public static boolean isDataUrl(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The source that an address names: its own content for a {@code data:} URL, otherwise the address. Percent-encoded content
     * becomes base64; parameters of the media type are dropped; {@code image/jpg} becomes {@code image/jpeg}.
     *
     * @throws IllegalArgumentException if a {@code data:} URL has no comma or a broken percent-encoding
     */
    public static MediaSource parse(String url) {
        if (!isDataUrl(url)) {
            return MediaSource.Url.of(url);
        }
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("a data URL needs a comma before its content");
        }
        String head = url.substring(SCHEME.length(), comma);
        boolean base64 = head.regionMatches(true, head.length() - BASE64.length(), BASE64, 0, BASE64.length());
        int semicolon = head.indexOf(';');
        String mediaType = normalised(semicolon < 0 ? head : head.substring(0, semicolon));
        String content = url.substring(comma + 1);
        return new MediaSource.Base64(mediaType, base64 ? content : encode(content));
    }

    /** A {@code data:} URL of this content. */
    public static String format(MediaSource.Base64 source) {
        String mediaType = source.mediaType() == null ? "application/octet-stream" : source.mediaType();
        return SCHEME + mediaType + BASE64 + "," + source.data();
    }

    private static @Nullable String normalised(String mediaType) {
        String lower = mediaType.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return null;
        }
        return lower.equals("image/jpg") ? "image/jpeg" : lower;
    }

    private static String encode(String percentEncoded) {
        byte[] in = percentEncoded.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int size = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out[size++] = in[i];
                continue;
            }
            int high = i + 2 < in.length ? Character.digit((char) in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit((char) in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("a broken percent-encoding in a data URL");
            }
            out[size++] = (byte) (high * 16 + low);
            i += 2;
        }
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(out, size));
    }
}
