// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Keeps the outcome of a call. */
final class RecordingAnswer implements AnswerSink {
    private final CompletableFuture<Answer> outcome = new CompletableFuture<>();
    private CallHandle handle;

    void start(ProviderCall call) {
        handle = call.answer(this);
    }

    void cancel() {
        handle.cancel();
    }

    @Override
    public void answered(Answer answer) {
        outcome.complete(answer);
    }

    @Override
    public void failed(ChatError error) {
        outcome.completeExceptionally(new ChatException(error));
    }

    CompletableFuture<Answer> outcome() {
        return outcome;
    }

    Answer answer() throws Exception {
        return outcome.get(20, TimeUnit.SECONDS);
    }

    ChatError error() throws Exception {
        try {
            Answer answer = answer();
            answer.decode();
            throw new AssertionError("there is an answer");
        } catch (ExecutionException e) {
            return ((ChatException) e.getCause()).error();
        } catch (ChatException e) {
            return e.error();
        }
    }
}
