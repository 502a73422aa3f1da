// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

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
import dev.dragoman.model.ChatRequest;
import java.util.Set;

/** Mistral Chat Completions. */
public final class MistralChatDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "mistral";

    /** Path below the base URL, which is the host's root. */
    static final String PATH = "/v1/chat/completions";

    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID, Set.of("safe_prompt", "prompt_mode", "guardrails", "document_image_limit", "document_page_limit"));

    private final MistralChatErrors errors = new MistralChatErrors();
    private final MistralChatPaths paths = new MistralChatPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return MistralChatRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return MistralChatRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return MistralChatForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return MistralChatResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return MistralChatResponseEncoder::encode;
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
        return new MistralChatStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new MistralChatStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new MistralChatModelList();
    }

    @Override
    public boolean takesChoices(ChatRequest request, EncodeContext context) {
        return context.takes("n");
    }

    @Override
    public boolean continues(ChatRequest request, EncodeContext context) {
        return MistralChatRequestEncoder.continues(request, context);
    }

    @Override
    public MediaIntake mediaIntake() {
        return MistralChatMedia.INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
