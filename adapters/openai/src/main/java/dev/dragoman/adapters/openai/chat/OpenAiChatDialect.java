// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.adapters.openai.shared.OpenAiModelList;
import dev.dragoman.adapters.openai.shared.OpenAiModels;
import dev.dragoman.capability.ModelTraits;
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
import java.util.Optional;
import java.util.Set;

/** OpenAI Chat Completions. */
public final class OpenAiChatDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "openai-chat";

    /** Path below the base URL. */
    static final String PATH = "/chat/completions";

    /**
     * Fields of this dialect, or that many compatible vendors share, that have no canonical home. A client of another dialect
     * that sends one of them gets it delivered.
     */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID,
            Set.of(
                    "moderation",
                    "min_p",
                    "repetition_penalty",
                    "chat_template_kwargs",
                    "provider",
                    "models",
                    "plugins",
                    "transforms"));

    private final OpenAiErrors errors = new OpenAiErrors();
    private final OpenAiChatPaths paths = new OpenAiChatPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return OpenAiChatRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return OpenAiChatRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return OpenAiChatForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return new OpenAiChatResponseDecoder();
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return OpenAiChatResponseEncoder::encode;
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
        return new OpenAiChatStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new OpenAiChatStreamEncoder(context);
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
    public Optional<ModelTraits> modelTraits(String model, EncodeContext context) {
        return OpenAiModels.find(model, context);
    }

    @Override
    public boolean takesChoices(ChatRequest request, EncodeContext context) {
        return context.takes("n");
    }

    @Override
    public MediaIntake mediaIntake() {
        return OpenAiChatMedia.INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
