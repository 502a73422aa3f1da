// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

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
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.SseDecoder;
import dev.dragoman.media.MediaIntake;
import java.util.Set;

/** Cohere Chat, version 2. */
public final class CohereChatDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "cohere-v2";
    /** Path below the base URL. */
    static final String PATH = "/v2/chat";
    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID, Set.of("citation_options", "documents", "priority", "raw_prompting", "safety_mode"));

    private final CohereChatErrors errors = new CohereChatErrors();
    private final CohereChatPaths paths = new CohereChatPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return CohereChatRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return CohereChatRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return CohereChatForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return CohereChatResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return CohereChatResponseEncoder::encode;
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
        return new CohereChatStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new CohereChatStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new CohereChatModelList();
    }

    @Override
    public MediaIntake mediaIntake() {
        return CohereChatMedia.INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
