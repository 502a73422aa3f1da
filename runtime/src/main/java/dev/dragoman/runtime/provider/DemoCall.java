// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.demo.DemoModel;
import java.util.ArrayDeque;
import java.util.Queue;

/** A call of the demo model. */
final class DemoCall implements ProviderCall {
    private final DemoModel model;
    private final ChatRequest request;

    DemoCall(DemoModel model, ChatRequest request) {
        this.model = model;
        this.request = request;
    }

    @Override
    public CallHandle answer(AnswerSink sink) {
        ResponseAssembler assembler = new ResponseAssembler();
        try {
            model.stream(request, assembler);
            sink.answered(new DemoAnswer(assembler.response()));
        } catch (ChatException e) {
            sink.failed(e.error());
        }
        return () -> {};
    }

    @Override
    public StreamHandle stream(StreamSink sink) {
        Queue<ChatEvent> events = new ArrayDeque<>();
        model.stream(request, events::add);
        return new DemoStream(events, sink);
    }

    private record DemoAnswer(ChatResponse response) implements Answer {
        @Override
        public ChatResponse decode() {
            return response;
        }
    }
}
