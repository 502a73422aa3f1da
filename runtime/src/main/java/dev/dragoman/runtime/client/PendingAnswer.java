// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/** Brings a whole answer to a {@code Uni}, and its cancellation to the vendor. */
final class PendingAnswer implements AnswerSink {
    private final Context context;
    private final UniEmitter<? super ChatResponse> emitter;
    private Losses losses = new Losses();

    PendingAnswer(Context context, UniEmitter<? super ChatResponse> emitter) {
        this.context = context;
        this.emitter = emitter;
    }

    /** Says what was lost of the request. */
    void losses(Losses lost) {
        losses = lost;
    }

    void start(ProviderCall call) {
        CallHandle handle = call.answer(this);
        emitter.onTermination(() -> EventLoops.run(context, handle::cancel));
    }

    @Override
    public void answered(Answer answer) {
        try {
            ChatResponse response = answer.decode();
            List<Loss> all = new ArrayList<>(losses.toList());
            all.addAll(response.losses());
            emitter.complete(response.withLosses(all));
        } catch (ChatException e) {
            emitter.fail(e);
        }
    }

    @Override
    public void failed(ChatError error) {
        emitter.fail(new ChatException(error));
    }
}
