// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.provider.TokenCall;
import dev.dragoman.runtime.provider.TokenCounter;
import dev.dragoman.runtime.provider.TokenSink;
import io.vertx.core.buffer.Buffer;

/** Asks a vendor over HTTP for the number of tokens. */
final class HttpTokenCounter implements TokenCounter {
    private final Dialect dialect;
    private final TokenCounts counts;
    private final VendorClient client;

    HttpTokenCounter(Dialect dialect, TokenCounts counts, VendorClient client) {
        this.dialect = dialect;
        this.counts = counts;
        this.client = client;
    }

    @Override
    public TokenCall count(ChatRequest request, Losses losses) {
        return call(counts.encodeRequest(request, client.context(losses)), request.model());
    }

    @Override
    public TokenCall forward(WireRequest wire, String model, Losses losses) {
        return call(counts.forwardRequest(wire, model, client.context(losses)), model);
    }

    private TokenCall call(EncodedRequest request, String model) {
        HttpCall call = new HttpCall(client, dialect, request, model, 1);
        return sink -> {
            HttpAnswerCall sent = new HttpAnswerCall(call, (reply, body) -> read(body, sink), sink::failed);
            sent.start();
            return sent;
        };
    }

    private void read(Buffer body, TokenSink sink) {
        long tokens;
        try {
            tokens = counts.decodeResponse(body.getBytes());
        } catch (ChatException e) {
            sink.failed(client.faults().unreadable(e));
            return;
        }
        sink.counted(tokens);
    }
}
