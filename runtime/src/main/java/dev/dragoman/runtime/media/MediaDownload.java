// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.error.ChatException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one medium. Each step, a redirect too, begins with the rules for addresses, then looks the name up, checks every address
 * that it has, and connects to one of those that were checked: a name that changes its mind changes nothing.
 */
final class MediaDownload {
    private static final int HTTP_OK = 200;

    private final MediaFetcher fetcher;
    private final MediaRun run;
    private final WantedMedia medium;
    private final Promise<MediaSource.Base64> content = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private long timer = -1;
    private int redirects;
    private @Nullable HttpClientRequest request;
    private boolean over;

    MediaDownload(MediaFetcher fetcher, MediaRun run, WantedMedia medium) {
        this.fetcher = fetcher;
        this.run = run;
        this.medium = medium;
        this.redirects = fetcher.limits().redirects();
    }

    Future<MediaSource.Base64> content() {
        return content.future();
    }

    void start() {
        timer = fetcher.vertx()
                .setTimer(fetcher.limits().time().toMillis(), id -> unreachable("took too long to fetch"));
        URI uri = fetcher.rules().admit(medium.url());
        if (uri == null) {
            refuse("may not be fetched");
        } else {
            open(uri);
        }
    }

    void cancel() {
        end(MediaFaults.unreachable(medium, "is not needed any more"));
    }

    private void open(URI uri) {
        String host = UrlRules.name(uri);
        fetcher.names().resolve(host).onComplete(found -> {
            if (over) {
                return;
            }
            if (found.failed() || found.result().isEmpty()) {
                unreachable("has a host that is not known");
            } else if (!areAdmitted(host, found.result())) {
                refuse("is not at a public address");
            } else {
                connect(uri, found.result().get(0));
            }
        });
    }

    /** Every address must be admitted: which one a client takes is chance. An IPv6 literal that means IPv4 is a disguise. */
    private boolean areAdmitted(String host, List<InetAddress> addresses) {
        boolean literal = host.indexOf(':') >= 0;
        return addresses.stream()
                .allMatch(address ->
                        fetcher.addresses().admits(address) && !(literal && address.getAddress().length == 4));
    }

    private void connect(URI uri, InetAddress address) {
        fetcher.open(uri, address, medium.types()).onComplete(opened -> {
            if (opened.failed()) {
                unreachable("could not be fetched");
            } else if (over) {
                opened.result().reset();
            } else {
                request = opened.result();
                request.send().onComplete(answered -> {
                    if (answered.failed()) {
                        unreachable("could not be fetched");
                    } else if (!over) {
                        answered(uri, answered.result());
                    }
                });
            }
        });
    }

    private void answered(URI uri, HttpClientResponse response) {
        int status = response.statusCode();
        String location = response.getHeader("location");
        if (status >= 300 && status < 400 && location != null) {
            redirected(uri, location);
        } else if (status != HTTP_OK) {
            unreachable("could not be fetched: the server answered with status " + status);
        } else if (length(response) > fetcher.limits().itemBytes()) {
            tooLarge();
        } else {
            response.exceptionHandler(e -> unreachable("could not be fetched"));
            response.handler(this::read);
            response.endHandler(end -> {
                if (!over) {
                    decode(response.getHeader("content-type"), response.getHeader("content-encoding"));
                }
            });
        }
    }

    private static long length(HttpClientResponse response) {
        String length = response.getHeader("content-length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void redirected(URI from, String location) {
        drop();
        if (redirects-- == 0) {
            refuse("is redirected too often");
            return;
        }
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            unreachable("is redirected to what is no address");
            return;
        }
        boolean downgraded = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
        if (downgraded || !fetcher.rules().admits(to)) {
            refuse("is redirected to where it may not be fetched");
        } else {
            open(to);
        }
    }

    private void read(Buffer chunk) {
        if (over) {
            return;
        }
        if (body.length() + (long) chunk.length() > fetcher.limits().itemBytes()) {
            tooLarge();
        } else if (!run.take(chunk.length())) {
            refuse("and the others are larger together than may be fetched");
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void tooLarge() {
        refuse("is larger than the " + fetcher.limits().itemBytes() + " bytes that may be fetched");
    }

    private void decode(@Nullable String type, @Nullable String encoding) {
        request = null;
        fetcher.decode(medium, body.getBytes(), type, encoding).onComplete(decoded -> {
            if (over) {
                return;
            }
            if (decoded.failed()) {
                end(decoded.cause() instanceof ChatException e ? e : MediaFaults.unreachable(medium, "cannot be read"));
            } else if (!run.take(decoded.result().size() - (long) body.length())) {
                refuse("and the others are larger together than may be fetched");
            } else {
                over = true;
                fetcher.vertx().cancelTimer(timer);
                content.complete(decoded.result().content());
            }
        });
    }

    private void refuse(String why) {
        end(MediaFaults.refused(medium, why));
    }

    private void unreachable(String why) {
        end(MediaFaults.unreachable(medium, why));
    }

    private void end(ChatException fault) {
        if (!over) {
            over = true;
            fetcher.vertx().cancelTimer(timer);
            drop();
            content.fail(fault);
        }
    }

    private void drop() {
        if (request != null) {
            request.reset();
            request = null;
        }
    }
}
