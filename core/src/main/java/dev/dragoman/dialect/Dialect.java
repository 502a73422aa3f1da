// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.media.MediaIntake;
import java.util.Optional;

/**
 * A wire format of a chat API, in both roles: we are the client of a vendor that speaks it, and we are the server to a client
 * that does. Implementations are stateless, thread-safe, have a public constructor without arguments and are found by
 * {@link java.util.ServiceLoader}. The codecs that a dialect hands out are stateless too, but for those of streams, of which
 * each exchange gets its own.
 *
 * <p>Codecs are pure and synchronous: no input or output, no threads, no clock and no randomness but those passed in.
 */
public interface Dialect {
    /** Id of this dialect, such as {@code openai-chat}: lower case, hyphens. */
    String id();

    /** Client to us: reads a request. */
    RequestDecoder requestDecoder();

    /** Us to vendor: writes a request. */
    RequestEncoder requestEncoder();

    /** Client to us to a vendor of the same dialect: changes only what must change. */
    RequestForwarder requestForwarder();

    /** Vendor to us: reads a whole answer. */
    ResponseDecoder responseDecoder();

    /** Us to client: writes a whole answer. */
    ResponseEncoder responseEncoder();

    /**
     * The media type of a streamed answer.
     *
     * @param shape how the client wants it, where a dialect has several framings
     */
    String streamMediaType(ReplyShape shape);

    /** Vendor to us: cuts the bytes of a streamed answer into frames. */
    FrameDecoder frameDecoder();

    /** Vendor to us: reads a streamed answer. */
    StreamDecoder streamDecoder(ReplySource source);

    /** Us to client: writes a streamed answer. */
    StreamEncoder streamEncoder(EncodeContext context);

    /** Errors, in both directions. */
    ErrorCodec errors();

    /** The list of models, us to client. */
    ModelListEncoder modelListEncoder();

    /** Counting tokens without an answer; empty where the dialect has no words for it. */
    default Optional<TokenCounts> tokenCounts() {
        return Optional.empty();
    }

    /** Name of the header, lower case, in which clients of this dialect look for the id of their request. */
    default String requestIdHeader() {
        return "x-request-id";
    }

    /** Which sources of media its vendors take: what of a request would have to be fetched for them. By default nothing. */
    default MediaIntake mediaIntake() {
        return MediaIntake.ANY;
    }

    /** Where a value of a request stands in a body of this dialect. */
    RequestPaths requestPaths();
}
