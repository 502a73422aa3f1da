// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.WantedMedia;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The means to fetch media: a client that keeps no connections, sends no credentials and follows no redirects by itself, and a
 * few threads for what blocks or takes time. Thread-safe.
 */
final class MediaFetcher {
    private static final String THREADS = "dragoman-media";
    private static final int THREAD_COUNT = 4;
    private static final int CONNECTIONS_PER_HOST = 8;
    private static final int WAITING_PER_HOST = 64;

    private final Vertx vertx;
    private final UrlRules rules;
    private final MediaLimits limits;
    private final AddressRule addresses;
    private final NameResolver names;
    private final HttpClient client;
    private final WorkerExecutor threads;

    /** A fetcher that looks names up as the operating system does. */
    MediaFetcher(Vertx vertx, UrlRules rules, MediaLimits limits) {
        this(vertx, rules, limits, AddressRule.PUBLIC, null);
    }

    /** @param names looks names up; {@code null} for the operating system */
    MediaFetcher(Vertx vertx, UrlRules rules, MediaLimits limits, AddressRule addresses, @Nullable NameResolver names) {
        this.vertx = vertx;
        this.rules = rules;
        this.limits = limits;
        this.addresses = addresses;
        this.threads = vertx.createSharedWorkerExecutor(THREADS, THREAD_COUNT);
        this.names = names != null
                ? names
                : host -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        this.client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST).setMaxWaitQueueSize(WAITING_PER_HOST))
                .build();
    }

    Vertx vertx() {
        return vertx;
    }

    UrlRules rules() {
        return rules;
    }

    MediaLimits limits() {
        return limits;
    }

    AddressRule addresses() {
        return addresses;
    }

    NameResolver names() {
        return names;
    }

    /** A request on a connection to this address and no other; the host is for its header and its certificate. */
    Future<HttpClientRequest> open(URI uri, InetAddress address, Set<String> types) {
        boolean tls = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(UrlRules.name(uri))
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("accept", String.join(", ", new TreeSet<>(types)))
                .putHeader("accept-encoding", "identity")
                .putHeader("user-agent", "Dragoman"));
    }

    /** What the bytes are, worked out beside the event loop. */
    Future<MediaContent> decode(
            WantedMedia medium, byte[] body, @Nullable String contentType, @Nullable String encoding) {
        return threads.executeBlocking(() -> MediaContent.of(medium, body, contentType, encoding, limits), false);
    }

    void close() {
        client.close();
        threads.close();
    }
}
