// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.ChatResponse;
import java.util.Map;
import java.util.Optional;

/**
 * The laws of a dialect for another one that stands around it, such as a vendor's profile: what the dialect says of itself to the
 * kit holds here, too. Golden files and the capability table are those of the dialect inside and are not tried again.
 */
public abstract class WrappedLaws extends DialectLaws {
    private final DialectKit inside;

    /**
     * The laws of what stands around a dialect.
     *
     * @param laws name of the subclass of {@link DialectLaws} of the dialect inside
     * @throws IllegalArgumentException if there is no such class
     */
    protected WrappedLaws(String laws) {
        this.inside = Grammars.kit(laws);
    }

    /** What the dialect inside cannot do is not to be expected of what stands around it. */
    @Override
    String gapsName() {
        return inside.dialect().id();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return inside.streamGrammar();
    }

    @Override
    protected StreamGrammar vendorStreamGrammar() {
        return inside.vendorStreamGrammar();
    }

    @Override
    protected RawJson unknownJson(String type) {
        return inside.unknownJson(type);
    }

    @Override
    protected WireRequest asClientRequest(EncodedRequest encoded, ChatRequest request) {
        return inside.asClientRequest(encoded, request);
    }

    /** What stands around the dialect may take a wish out of our own request; clients have it all the same. */
    @Override
    protected ReplyShape replyShape() {
        return inside.replyShape();
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        return inside.nextTurn(responseBody, toolResults);
    }

    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return inside.comparable(request);
    }

    @Override
    protected ChatResponse comparable(ChatResponse response) {
        return inside.comparable(response);
    }

    @Override
    protected Map<ErrorKind, ErrorKind> mergedErrorKinds() {
        return inside.mergedErrorKinds();
    }

    @Override
    protected Map<ErrorKind, ErrorKind> mergedStreamErrorKinds() {
        return inside.mergedStreamErrorKinds();
    }

    @Override
    protected boolean keepsUnknownFieldsAt(String wirePath) {
        return inside.keepsUnknownFieldsAt(wirePath);
    }

    @Override
    protected Map<String, String> brokenStreams() {
        return inside.brokenStreams();
    }
}
