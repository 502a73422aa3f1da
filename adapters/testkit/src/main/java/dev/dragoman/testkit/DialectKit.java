// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.model.ModelFields;
import java.util.Map;
import java.util.Optional;

/**
 * What the laws must know of a dialect. Two methods name it; the others are hooks with defaults that fit a dialect that says
 * everything in its body. A hook that forgives something is a statement about the wire format: give its reason beside it.
 */
public abstract class DialectKit {
    /** For implementations. */
    protected DialectKit() {}

    /** The dialect under test. */
    protected abstract Dialect dialect();

    /** A new grammar of the dialect's streams. */
    protected abstract StreamGrammar streamGrammar();

    /**
     * A new grammar of the streams that vendors of this dialect are known to send, where some leave out what the dialect
     * demands, such as a last frame after the finish reason. It says when an answer that we read counts as complete; what we
     * write ourselves must satisfy {@link #streamGrammar()}.
     */
    protected StreamGrammar vendorStreamGrammar() {
        return streamGrammar();
    }

    /** Id of the adapter that requests go to; reasoning that it issued is replayed to it. */
    protected String vendor() {
        return dialect().id();
    }

    /** A value as the dialect would write a part, tool or choice of a type that neither it nor we know. */
    protected RawJson unknownJson(String type) {
        return RawJson.parse("{\"type\":\"" + type + "\",\"x_testkit_content\":{\"a\":[1,2.5,null]}}");
    }

    /**
     * What our server gets when a client sends this. Override it where the path or query says more than the body:
     * {@code new WireRequest(encoded.body(), request.model(), request.stream(), encoded.headers())},
     * and the query of {@code encoded.path()} where the dialect reads one.
     */
    protected WireRequest asClientRequest(EncodedRequest encoded, ChatRequest request) {
        return new WireRequest(encoded.body(), null, null, encoded.headers());
    }

    /**
     * The shape of a reply with everything in it that a client can ask for. By default the shape that our own streamed request
     * asks for.
     */
    protected ReplyShape replyShape() {
        ChatRequest request = ModelFields.plainRequest().withStream(true);
        EncodedRequest encoded =
                dialect().requestEncoder().encode(request, EncodeContext.toVendor(new Losses(), vendor()));
        return dialect()
                .requestDecoder()
                .decode(asClientRequest(encoded, request))
                .shape();
    }

    /**
     * The body of the next request of a client that got this answer and sends it back as its SDK does: a first question, the
     * answer of the first choice, a next question. By default none, and what a turn does to an answer is not tried.
     *
     * @param responseBody the whole answer as the client got it
     * @param toolResults results of the answer's calls, ids to texts, in order; to be sent instead of a next question
     */
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        return Optional.empty();
    }

    /** The request without what no reader of this dialect can know and nobody misses. Keep it as it is if you can. */
    protected ChatRequest comparable(ChatRequest request) {
        return request;
    }

    /** The answer without what no reader of this dialect can know and nobody misses. Keep it as it is if you can. */
    protected ChatResponse comparable(ChatResponse response) {
        return response;
    }

    /** Kinds of errors that the dialect cannot tell apart: what is written as the key is read as the value. */
    protected Map<ErrorKind, ErrorKind> mergedErrorKinds() {
        return Map.of();
    }

    /** The same for errors inside of a stream, where there is no status. */
    protected Map<ErrorKind, ErrorKind> mergedStreamErrorKinds() {
        return mergedErrorKinds();
    }

    /**
     * Whether an unknown field in the object at this path of a body, such as {@code messages[0].content[0]} (empty for the
     * body itself), is kept by decoding and encoding.
     */
    protected boolean keepsUnknownFieldsAt(String wirePath) {
        return wirePath.isEmpty();
    }

    /** Whether, in golden files, a member at this path that is {@code null} says the same as one that is absent. */
    protected boolean nullIsAbsent(String wirePath) {
        return true;
    }

    /** Streams that the grammar must refuse, by what is wrong with them, beside those that the kit makes itself. */
    protected Map<String, String> brokenStreams() {
        return Map.of();
    }
}
