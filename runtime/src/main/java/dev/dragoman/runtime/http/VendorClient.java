// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.runtime.Contexts;
import dev.dragoman.runtime.provider.Patience;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What requests to one vendor share: its connections, keys and headers. Thread-safe. */
final class VendorClient {
    private final Vertx vertx;
    private final VendorConnections connections;
    private final VendorSettings settings;
    private final VendorHeaders headers;
    private final @Nullable SignedHeaders signature;
    private final VendorFaults faults;
    private final KeyRing keys;
    private final EncodeContext context;
    private final VendorSettings.Limits limits;

    VendorClient(Vertx vertx, VendorConnections connections, VendorSettings settings) {
        this.vertx = vertx;
        this.connections = connections;
        this.settings = settings;
        this.headers = new VendorHeaders(settings);
        this.signature =
                settings.signing() == null ? null : new SignedHeaders(settings, settings.signing(), Instant::now);
        this.faults = new VendorFaults(settings.name(), settings.secrets());
        this.keys = new KeyRing(settings.apiKeys(), System::nanoTime);
        this.context = Contexts.toVendor(settings.profile());
        this.limits = settings.limits();
    }

    private VendorClient(VendorClient other, VendorSettings.Limits limits) {
        this.vertx = other.vertx;
        this.connections = other.connections;
        this.settings = other.settings;
        this.headers = other.headers;
        this.signature = other.signature;
        this.faults = other.faults;
        this.keys = other.keys;
        this.context = other.context;
        this.limits = limits;
    }

    /** The same connections and keys, with other limits of time. */
    VendorClient with(Patience patience) {
        return new VendorClient(this, limits.with(patience));
    }

    /** Limits of time and number. */
    VendorSettings.Limits limits() {
        return limits;
    }

    VendorConnections connections() {
        return connections;
    }

    /** Where a request goes. */
    RequestOptions target(String path) {
        BaseUrl base = settings.baseUrl();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(base.tls())
                .setHost(base.host())
                .setPort(base.port())
                .setURI(base.path() + path)
                .setConnectTimeout(limits.connect().toMillis());
    }

    /**
     * @param key number of the key among {@link #keys()}
     * @throws dev.dragoman.model.error.ChatException if the request could not be signed
     */
    void writeHeaders(EncodedRequest request, boolean stream, int key, MultiMap target) {
        headers.write(request, stream, keys.key(key), target);
        if (signature != null) {
            signature.write(request, target);
        }
    }

    /** What encoders of requests are given. */
    EncodeContext context(Losses losses) {
        return context.withLosses(losses);
    }

    KeyRing keys() {
        return keys;
    }

    Vertx vertx() {
        return vertx;
    }

    VendorSettings settings() {
        return settings;
    }

    VendorFaults faults() {
        return faults;
    }
}
