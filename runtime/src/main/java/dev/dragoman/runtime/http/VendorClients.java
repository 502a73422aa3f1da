// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.profile.VendorDialects;
import dev.dragoman.runtime.media.MediaFetching;
import dev.dragoman.runtime.provider.Provider;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opens the connections to each vendor, with TLS and proxy from Quarkus' registries, and closes them with the application. */
@Singleton
public final class VendorClients {
    private final Vertx vertx;
    private final VendorTransport transport;
    private final MediaFetching media;
    private final List<VendorConnections> all = new CopyOnWriteArrayList<>();

    @Inject
    VendorClients(Vertx vertx, TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies, MediaFetching media) {
        this.vertx = vertx;
        this.transport = new VendorTransport(tls, proxies);
        this.media = media;
    }

    /** Vendors for which nothing is fetched. */
    VendorClients(Vertx vertx, TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
        this(vertx, tls, proxies, MediaFetching.OFF);
    }

    /**
     * A provider that is reached over HTTP. No connection is made yet.
     *
     * @throws IllegalStateException if a named TLS or proxy configuration does not exist
     */
    public Provider provider(VendorSettings settings, VendorDialects dialects) {
        HttpClientOptions options = transport.options(settings);
        VendorConnections connections = new VendorConnections(
                vertx,
                settings.limits().maxConnections(),
                size -> vertx.httpClientBuilder()
                        .with(options)
                        .with(VendorTransport.pool(size))
                        .build());
        all.add(connections);
        return new HttpProvider(dialects, new VendorClient(vertx, connections, settings), media);
    }

    @PreDestroy
    void close() {
        all.forEach(VendorConnections::close);
    }
}
