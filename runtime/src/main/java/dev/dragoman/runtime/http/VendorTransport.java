// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.util.concurrent.TimeUnit;

/** How the connections to a vendor are made. */
final class VendorTransport {
    /** Long answers arrive in few pieces. */
    private static final int LARGEST_CHUNK = 64 * 1024;

    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int STREAMS_PER_CONNECTION = 64;
    /** Streams whose clients are slow hold their own window, 64 KiB, and must not use up that of the connection. */
    private static final int CONNECTION_WINDOW = 16 * 1024 * 1024;

    private final TlsConfigurationRegistry tls;
    private final ProxyConfigurationRegistry proxies;

    VendorTransport(TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
        this.tls = tls;
        this.proxies = proxies;
    }

    HttpClientOptions options(VendorSettings settings) {
        int connectMillis = Math.toIntExact(settings.limits().connect().toMillis());
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                .setKeepAlive(true)
                .setMaxChunkSize(LARGEST_CHUNK)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setHttp2KeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setHttp2MultiplexingLimit(STREAMS_PER_CONNECTION)
                .setDecompressionSupported(true);
        options.setTcpNoDelay(true);
        if (settings.baseUrl().tls()) {
            TlsConfiguration.from(tls, settings.tls())
                    .ifPresentOrElse(found -> TlsConfigUtils.configure(options, found), () -> options.setSsl(true));
            options.setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
            options.setSslHandshakeTimeout(connectMillis).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        }
        proxies.get(settings.proxy())
                .filter(proxy -> !ProxyConfigurationRegistry.NONE.equals(proxy.host()))
                .ifPresent(proxy -> configure(options, proxy));
        return options;
    }

    /** @param size most requests at a time */
    static PoolOptions pool(int size) {
        return new PoolOptions()
                .setHttp1MaxSize(size)
                .setHttp2MaxSize((size + STREAMS_PER_CONNECTION - 1) / STREAMS_PER_CONNECTION);
    }

    private static void configure(HttpClientOptions options, ProxyConfiguration proxy) {
        ProxyOptions target = new ProxyOptions()
                .setType(ProxyType.valueOf(proxy.type().name()))
                .setHost(proxy.host())
                .setPort(proxy.port());
        proxy.username().ifPresent(target::setUsername);
        proxy.password().ifPresent(target::setPassword);
        proxy.proxyConnectTimeout().ifPresent(target::setConnectTimeout);
        options.setProxyOptions(target);
        proxy.nonProxyHosts().ifPresent(options::setNonProxyHosts);
    }
}
