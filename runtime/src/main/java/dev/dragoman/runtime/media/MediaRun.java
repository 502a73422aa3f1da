// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.content.MediaSource;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All fetches of one request: they share a limit, and end together. Stays on the context that it was started on. */
final class MediaRun {
    private final MediaFetcher fetcher;
    private final Map<String, MediaDownload> downloads = new HashMap<>();
    private long left;

    MediaRun(MediaFetcher fetcher) {
        this.fetcher = fetcher;
        this.left = fetcher.limits().totalBytes();
    }

    /** What was fetched, by path; fails as soon as one of them fails, and ends the others. */
    Future<Map<String, MediaSource.Base64>> start(List<WantedMedia> wanted) {
        List<Future<?>> all = new ArrayList<>(wanted.size());
        Map<String, MediaSource.Base64> contents = new HashMap<>();
        for (WantedMedia medium : wanted) {
            MediaDownload download = downloads.computeIfAbsent(
                    medium.kind() + " " + medium.url(), key -> new MediaDownload(fetcher, this, medium));
            all.add(download.content().onSuccess(content -> contents.put(medium.path(), content)));
        }
        downloads.values().forEach(MediaDownload::start);
        return Future.all(all)
                .<Map<String, MediaSource.Base64>>map(done -> contents)
                .onFailure(e -> cancel());
    }

    /** Takes bytes from what is left for this request; {@code false} if that is not enough. */
    boolean take(long bytes) {
        left -= bytes;
        return left >= 0;
    }

    void cancel() {
        downloads.values().forEach(MediaDownload::cancel);
    }
}
