// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.translate.Translator;
import java.util.List;
import java.util.Map;

/**
 * What must go well with any bytes, in each place that reads some: a value that can be written again, or a
 * {@link ChatException}. Other exceptions, which these methods let pass, are faults.
 */
final class Survival {
    private final Courier courier;

    Survival(Courier courier) {
        this.courier = courier;
    }

    /** A client's request: read, passed on, written anew, its losses located in it. */
    void request(WireRequest wire) {
        ChatRequest request;
        try {
            DecodedRequest decoded = courier.dialect().requestDecoder().decode(wire);
            request = decoded.request();
        } catch (ChatException e) {
            requireBlameOfCaller(e);
            return;
        }
        try {
            courier.dialect().requestForwarder().forward(wire, "another-model", false, courier.toVendor(new Losses()));
            Losses losses = new Losses();
            courier.dialect().requestEncoder().encode(request, courier.toVendor(losses));
            Translator.locate(courier.dialect(), request, losses.toList());
        } catch (ChatException refused) {
            requireBlameOfCaller(refused);
        }
    }

    private static void requireBlameOfCaller(ChatException e) {
        int status = e.error().status();
        if (status < 400 || status > 499) {
            throw new AssertionError("a request that cannot be read is the caller's fault, not " + e.error());
        }
    }

    /** A vendor's answer: read and written whole and streamed. */
    void response(byte[] body) {
        ChatResponse response;
        try (JsonReader in = JsonReader.reply(body)) {
            courier.dialect().responseDecoder().isRegular(in, courier.source());
            response = courier.dialect().responseDecoder().decode(body, courier.source());
        } catch (ChatException refused) {
            return;
        }
        courier.dialect().responseEncoder().encode(response, courier.toClient(new Losses()));
        StreamEncoder encoder = courier.dialect().streamEncoder(courier.toClient(new Losses()));
        WireBuffer out = new WireBuffer(256);
        ResponseReplay.replay(response, event -> encoder.encode(event, out));
    }

    /** A vendor's stream whose bytes arrive in these pieces: read in the order of events, and written anew. */
    void stream(List<byte[]> pieces) {
        Streams.Read read = Streams.read(courier.dialect(), courier.source(), pieces);
        if (read.fault() != null) {
            throw new AssertionError("the decoder broke the grammar of events: " + read.fault() + " " + read.events());
        }
        Streams.write(courier.dialect(), courier.toClient(new Losses()), read.events());
    }

    /** A vendor's stream of these frames: as above, and passed on to a client of the same dialect. */
    void frames(List<Frame> frames) {
        Streams.Read read = Streams.readFrames(courier.dialect(), courier.source(), frames);
        if (read.fault() != null) {
            throw new AssertionError("the decoder broke the grammar of events: " + read.fault() + " " + read.events());
        }
        StreamDecoder decoder = courier.dialect().streamDecoder(courier.source());
        StreamEncoder encoder = courier.dialect().streamEncoder(courier.toClient(new Losses()));
        WireBuffer out = new WireBuffer(256);
        try {
            for (Frame frame : frames) {
                decoder.decode(frame, event -> encoder.encode(event, out));
                if (decoder.isRegular()) {
                    encoder.relay(frame, out);
                }
            }
            decoder.end(event -> encoder.encode(event, out));
        } catch (ChatException refused) {
            // Told to the client as the end of its stream.
        }
    }

    /** A vendor's error: read and written. */
    void error(int status, Map<String, String> headers, byte[] body) {
        ChatError error = courier.dialect().errors().decode(status, headers, body);
        courier.dialect().errors().encode(error);
    }
}
