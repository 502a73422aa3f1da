// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.relay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends each request to the upstream as it is and its answer back, piece by piece. */
@Singleton
public class Relay {
    private static final int CONNECTIONS = 4096;

    private final URI upstream;
    private final HttpClient client;

    Relay(Vertx vertx, @ConfigProperty(name = "relay.upstream") URI upstream) {
        this.upstream = upstream;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void routes(@Observes Router router) {
        router.route(HttpMethod.POST, "/*").handler(this::relay);
    }

    private void relay(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(upstream.getHost())
                .setPort(upstream.getPort())
                .setURI(request.uri());
        request.body()
                .onSuccess(body -> client.request(options)
                        .compose(out -> headers(request, out).send(body))
                        .onSuccess(answer -> answer(answer, request.response()))
                        .onFailure(
                                failure -> request.response().setStatusCode(502).end()));
        request.resume();
    }

    private static HttpClientRequest headers(HttpServerRequest in, HttpClientRequest out) {
        String type = in.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            out.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
        return out;
    }

    private static void answer(HttpClientResponse answer, HttpServerResponse response) {
        response.setStatusCode(answer.statusCode());
        String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        answer.pipeTo(response);
    }
}
