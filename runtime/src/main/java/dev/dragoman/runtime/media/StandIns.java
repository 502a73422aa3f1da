// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.content.MediaSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Small content that stands for what is not fetched yet, so that what will be lost is known before anything is sent. */
final class StandIns {
    private static final List<MediaSource.Base64> SAMPLES = List.of(
            sample("image/png", "\u0089PNG\r\n\u001a\n\0\0\0\0"),
            sample("image/jpeg", "\u00ff\u00d8\u00ff\u00e0\0\0\0\0\0\0\0\0"),
            sample("application/pdf", "%PDF-1.7\n\0\0\0"),
            sample("audio/wav", "RIFF\0\0\0\0WAVE"),
            sample("audio/mpeg", "ID3\0\0\0\0\0\0\0\0\0"),
            sample("video/mp4", "\0\0\0\0ftypisom"));

    private StandIns() {}

    private static MediaSource.Base64 sample(String type, String bytes) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return new MediaSource.Base64(type, Base64.getEncoder().encodeToString(raw));
    }

    static MediaSource.Base64 of(WantedMedia medium) {
        for (MediaSource.Base64 sample : SAMPLES) {
            if (medium.types().contains(sample.mediaType())) {
                return sample;
            }
        }
        return sample(medium.types().iterator().next(), "text");
    }
}
