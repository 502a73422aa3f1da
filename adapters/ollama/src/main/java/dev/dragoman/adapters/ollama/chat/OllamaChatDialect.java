// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

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
import dev.dragoman.dialect.ServerProbe;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.LineDecoder;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ollama's chat. A request that does not say so asks for a stream: one JSON object a line. */
public final class OllamaChatDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "ollama";

    /** Path below the base URL. */
    static final String PATH = "/api/chat";

    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS =
            new ExtensionWriter(ID, Set.of("keep_alive", "truncate", "shift", "_debug_render_only"));

    /** Nothing is fetched by the server. What it takes is told by the bytes; texts are told as texts. */
    private static final MediaIntake INTAKE = new MediaIntake(
            Set.of(),
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("image/png", "image/jpeg", "image/gif", "image/webp"),
                    MediaKind.AUDIO,
                    Set.of("audio/wav", "audio/mpeg", "audio/flac", "audio/ogg"),
                    MediaKind.DOCUMENT,
                    Set.of("text/plain", "text/markdown", "text/csv")));

    private final OllamaChatErrors errors = new OllamaChatErrors();
    private final OllamaChatPaths paths = new OllamaChatPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return OllamaChatRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return OllamaChatRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return OllamaChatForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return OllamaChatResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return OllamaChatResponseEncoder::encode;
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return "application/x-ndjson";
    }

    @Override
    public FrameDecoder frameDecoder() {
        return new LineDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return new OllamaChatStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new OllamaChatStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    /** The list is the body of {@code GET /api/tags}, one model that of {@code POST /api/show}. */
    @Override
    public ModelListEncoder modelListEncoder() {
        return new OllamaChatModelList();
    }

    @Override
    public Optional<ServerProbe> serverProbe() {
        return Optional.of(new OllamaChatServerProbe());
    }

    @Override
    public Optional<ChatResponse> answerWithoutModel(ChatRequest request) {
        return OllamaChatLoading.answer(request);
    }

    @Override
    public MediaIntake mediaIntake() {
        return INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
