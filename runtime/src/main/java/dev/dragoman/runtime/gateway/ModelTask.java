// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.runtime.provider.CallHandle;
import org.jspecify.annotations.Nullable;

/** Shows the model that the body of a request names. */
final class ModelTask implements ExchangeTask {
    @Override
    public @Nullable CallHandle serve(Exchange exchange, byte[] body) {
        String model = exchange.dialect().serverProbe().orElseThrow().decodeModelQuestion(body);
        exchange.reply()
                .json(exchange.dialect()
                        .modelListEncoder()
                        .encode(exchange.models().model(model)));
        exchange.finish();
        return null;
    }
}
