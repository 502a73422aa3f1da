// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

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
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import java.util.Optional;
import java.util.Set;

/** Amazon Bedrock Converse. */
public final class BedrockConverseDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "bedrock-converse";

    /** Media type of AWS' event streams. */
    static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID, Set.of("guardrailConfig", "additionalModelResponseFieldPaths", "promptVariables", "performanceConfig"));

    private final BedrockConverseErrors errors = new BedrockConverseErrors();
    private final BedrockConversePaths paths = new BedrockConversePaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return BedrockConverseRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return BedrockConverseRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return BedrockConverseForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return BedrockConverseResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return BedrockConverseResponseEncoder::encode;
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return EVENT_STREAM;
    }

    @Override
    public FrameDecoder frameDecoder() {
        return new BedrockConverseFrameDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return new BedrockConverseStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new BedrockConverseStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new BedrockConverseModelList();
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new BedrockConverseTokenCounts());
    }

    @Override
    public boolean continues(ChatRequest request, EncodeContext context) {
        return BedrockConverseRequestEncoder.continues(request, context);
    }

    @Override
    public String requestIdHeader() {
        return "x-amzn-requestid";
    }

    @Override
    public MediaIntake mediaIntake() {
        return BedrockConverseMediaFitter.INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
