// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.adapters.openai.shared.OpenAiModelList;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.RequestDecoder;
import dev.dragoman.dialect.RequestEncoder;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.dialect.ResponseEncoder;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.SseDecoder;
import java.util.Optional;
import java.util.Set;

/** OpenAI Responses. */
public final class OpenAiResponsesDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "openai-responses";

    /** Path below the base URL. */
    static final String PATH = "/responses";

    /** Request fields without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final Set<String> VOCABULARY = Set.of(
            "previous_response_id",
            "conversation",
            "background",
            "truncation",
            "prompt",
            "max_tool_calls",
            "context_management",
            "moderation",
            "image",
            "access_programs");

    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(ID, VOCABULARY);

    private final OpenAiErrors errors = new OpenAiErrors();
    private final OpenAiResponsesPaths paths = new OpenAiResponsesPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return OpenAiResponsesRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return OpenAiResponsesRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return OpenAiResponsesForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return OpenAiResponsesResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return OpenAiResponsesResponseEncoder::encode;
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return "text/event-stream";
    }

    @Override
    public FrameDecoder frameDecoder() {
        return new SseDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return new OpenAiResponsesStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new OpenAiResponsesStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new OpenAiModelList();
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new OpenAiResponsesTokenCounts());
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
