// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.testkit.golden.GoldenCase;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Golden requests: read, compared with the canonical file, written again, compared with the wire file. */
final class GoldenRequests {
    private final Courier courier;

    GoldenRequests(Courier courier) {
        this.courier = courier;
    }

    void check(GoldenCheck check, byte[] body) {
        WireRequest wire = courier.kit().asClientRequest(new EncodedRequest("/", Map.of(), body), meta(check.golden()));
        ChatRequest request = courier.dialect().requestDecoder().decode(wire).request();
        check.canonical("request.canonical.json", request);
        Losses losses = new Losses();
        EncodedRequest encoded = courier.dialect().requestEncoder().encode(request, courier.toVendor(losses));
        check.wire("request.wire.json", "request.encoded.json", encoded.body());
        check.text(
                "request.losses.txt",
                losses.toList().stream()
                        .map(loss -> loss.path() + ";" + loss.kind() + "\n")
                        .collect(Collectors.joining()));
    }

    /** What the path says besides the body: request.meta with the lines {@code model=…} and {@code stream=true}. */
    static ChatRequest meta(GoldenCase golden) {
        Properties meta = GoldenErrors.properties(golden, "request.meta");
        return ChatRequest.builder(meta.getProperty("model", "sample-model")).stream(
                        Boolean.parseBoolean(meta.getProperty("stream", "false")))
                .build();
    }
}
