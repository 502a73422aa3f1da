// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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
import dev.dragoman.model.ChatRequest;
import java.util.Optional;
import java.util.Set;

/** Anthropic Messages. */
public final class AnthropicMessagesDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "anthropic-messages";
    /** Path below the base URL. */
    static final String PATH = "/v1/messages";
    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID, Set.of("container", "context_management", "mcp_servers", "inference_geo", "fallbacks", "speed"));

    private final AnthropicMessagesErrors errors = new AnthropicMessagesErrors();
    private final AnthropicMessagesPaths paths = new AnthropicMessagesPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return AnthropicMessagesRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return AnthropicMessagesRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return AnthropicMessagesForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return AnthropicMessagesResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return AnthropicMessagesResponseEncoder::encode;
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
        return new AnthropicMessagesStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new AnthropicMessagesStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new AnthropicMessagesModelList();
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new AnthropicMessagesTokenCounts());
    }

    @Override
    public boolean continues(ChatRequest request, EncodeContext context) {
        return AnthropicMessagesRequestEncoder.continues(request, context);
    }

    @Override
    public String requestIdHeader() {
        return "request-id";
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
