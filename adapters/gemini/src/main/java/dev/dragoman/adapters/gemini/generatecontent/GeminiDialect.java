// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import java.util.Optional;
import java.util.Set;

/** Google's {@code generateContent}. The model and the wish for a stream stand in the path. */
public final class GeminiDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "gemini";

    /** Fields of this dialect without a canonical home. A client of another dialect that sends one gets it delivered. */
    static final ExtensionWriter EXTENSIONS = new ExtensionWriter(
            ID, Set.of("safetySettings", "cachedContent", "continuationToken", "modelArmorConfig", "outputConfig"));

    private final GeminiErrors errors = new GeminiErrors();
    private final GeminiPaths paths = new GeminiPaths();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public RequestDecoder requestDecoder() {
        return GeminiRequestDecoder::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return GeminiRequestEncoder::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return GeminiForwarder::forward;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return GeminiResponseDecoder::decode;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return GeminiResponseEncoder::encode;
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return GeminiFraming.of(shape).mediaType();
    }

    /** We ask vendors for server-sent events always. */
    @Override
    public FrameDecoder frameDecoder() {
        return new SseDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return new GeminiStreamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new GeminiStreamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors;
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new GeminiModelList();
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new GeminiTokenCounts());
    }

    @Override
    public boolean takesChoices(ChatRequest request, EncodeContext context) {
        Integer count = request.choiceCount();
        return context.takes("candidateCount")
                && (count == null || count <= GeminiModels.MOST_CANDIDATES)
                && GeminiModels.of(request.model(), context).has(GeminiModels.MANY_CANDIDATES);
    }

    @Override
    public MediaIntake mediaIntake() {
        return GeminiMedia.INTAKE;
    }

    @Override
    public RequestPaths requestPaths() {
        return paths;
    }
}
