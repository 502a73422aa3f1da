// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaFetches;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.provider.ProviderCall;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a request and the call that carries it: where the vendor takes no addresses and fetching is configured, the call
 * fetches before it is sent. Otherwise addresses stay, and the vendor's dialect reports them. Thread-safe.
 */
@Singleton
public final class MediaFetching {
    /** Fetches nothing. */
    public static final MediaFetching OFF = new MediaFetching(null);

    private final @Nullable MediaFetcher fetcher;

    @Inject
    MediaFetching(Vertx vertx, DragomanConfig config) {
        this(config.media().fetch() ? new MediaSettings(config.media()).fetcher(vertx) : null);
    }

    MediaFetching(@Nullable MediaFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * Makes a call ready.
     *
     * @param taken what the vendor takes
     * @param losses where to report what cannot be said, and what will be fetched
     * @throws dev.dragoman.model.error.ChatException if there is nothing sensible to send, or more to fetch than is allowed
     */
    public ProviderCall call(ChatRequest request, Supplier<MediaIntake> taken, Losses losses, CallMaker maker) {
        if (fetcher == null) {
            return maker.call(request, losses);
        }
        MediaIntake intake = taken.get();
        List<WantedMedia> wanted = wanted(fetcher, request, intake);
        if (wanted.isEmpty()) {
            return maker.call(request, losses);
        }
        if (wanted.size() > fetcher.limits().items()) {
            throw MediaFaults.refused(
                    wanted.get(fetcher.limits().items()),
                    "is one too many: at most " + fetcher.limits().items() + " are fetched for a request");
        }
        Set<String> paths = new HashSet<>();
        wanted.forEach(medium -> paths.add(medium.path()));
        Losses found = new Losses();
        maker.call(
                MediaFetches.substitute(
                        request, intake, medium -> paths.contains(medium.path()) ? StandIns.of(medium) : null),
                found);
        losses.addAll(found.toList());
        for (WantedMedia medium : wanted) {
            losses.add(
                    LossKind.EMULATED,
                    Severity.NOTE,
                    medium.path(),
                    "the vendor takes no addresses there; the content is fetched and sent");
        }
        return new FetchingCall(fetcher, request, intake, wanted, found.toList(), maker);
    }

    /** What may be fetched of what the vendor wants. */
    private static List<WantedMedia> wanted(MediaFetcher fetcher, ChatRequest request, MediaIntake intake) {
        List<WantedMedia> wanted = new ArrayList<>(0);
        for (WantedMedia medium : MediaFetches.of(request, intake)) {
            if (fetcher.rules().admit(medium.url()) != null) {
                wanted.add(medium);
            }
        }
        return wanted;
    }

    @PreDestroy
    void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
