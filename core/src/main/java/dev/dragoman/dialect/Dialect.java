// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
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

    /**
     * Id of the dialect whose bodies, extensions and codecs these are: the same as {@link #id()}, but for a dialect that is another
     * one with the rules of a vendor around it.
     * Its clients are served at the paths of that other dialect, below its own id.
     */
    default String family() {
        return id();
    }

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

    /**
     * Whether a request for several answers can be written for this vendor and model: the dialect has a field for it, the vendor
     * does not refuse that field ({@link EncodeContext#takes}), and the model makes more than one. Where it cannot, such a request
     * is asked as often ({@link dev.dragoman.fanout.ChoiceFanOut}). By default it cannot.
     */
    default boolean takesChoices(ChatRequest request, EncodeContext context) {
        return false;
    }

    /** Counting tokens without an answer; empty where the dialect has no words for it. */
    default Optional<TokenCounts> tokenCounts() {
        return Optional.empty();
    }

    /** What is known of a vendor's model, by its configuration or by the dialect's own data, where others need it too; else empty. */
    default Optional<ModelTraits> modelTraits(String model, EncodeContext context) {
        return Optional.empty();
    }

    /** What clients ask before they chat; empty where they ask nothing. */
    default Optional<ServerProbe> serverProbe() {
        return Optional.empty();
    }

    /**
     * The answer to a client's request that asks nothing of a model but to be there, for servers whose models are there anyway; empty
     * where a model must be asked. A vendor of the same dialect is asked all the same.
     */
    default Optional<ChatResponse> answerWithoutModel(ChatRequest request) {
        return Optional.empty();
    }

    /**
     * Whether the vendor's model continues a last message of its own exactly where it ends, so that both joined are one answer. Many
     * models begin a new answer instead, or refuse. {@code false} where that is not known.
     *
     * @param request with the vendor's own name of the model
     * @param context towards the vendor
     */
    default boolean continues(ChatRequest request, EncodeContext context) {
        return false;
    }

    /** Name of the header, lower case, in which clients of this dialect look for the id of their request. */
    default String requestIdHeader() {
        return "x-request-id";
    }

    /** Which sources of media its vendors take: what of a request would have to be fetched for them. By default nothing. */
    default MediaIntake mediaIntake() {
        return MediaIntake.ANY;
    }

    /** How clients choose the look of a whole reply; by default they don't. */
    default Negotiation negotiation() {
        return Negotiation.NONE;
    }

    /** Where a value of a request stands in a body of this dialect. */
    RequestPaths requestPaths();
}
