// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ErrorCodec;
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

/** OpenAI's dialect under another id. */
abstract class OpenAiShaped implements Dialect {
    private final Dialect original = new OpenAiChatDialect();
    private final String id;
    private final String family;

    OpenAiShaped(String id, String family) {
        this.id = id;
        this.family = family;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String family() {
        return family;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return original.requestEncoder();
    }

    @Override
    public RequestDecoder requestDecoder() {
        return original.requestDecoder();
    }

    @Override
    public RequestForwarder requestForwarder() {
        return original.requestForwarder();
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return original.responseDecoder();
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return original.responseEncoder();
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return original.streamMediaType(shape);
    }

    @Override
    public FrameDecoder frameDecoder() {
        return original.frameDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return original.streamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return original.streamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return original.errors();
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return original.modelListEncoder();
    }

    @Override
    public RequestPaths requestPaths() {
        return original.requestPaths();
    }
}
