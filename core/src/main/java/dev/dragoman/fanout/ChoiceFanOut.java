// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.error.ChatException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a request for several answers into requests for one each. The answers are merged by {@link ChoiceMerger}, or by
 * {@link ChoiceStreamMerger} while they are streamed. Stateless.
 */
public final class ChoiceFanOut {
    /** Most answers that are asked for one by one: each is a call of the vendor and billed as one. OpenAI's own limit. */
    public static final int MOST_CALLS = 128;

    private ChoiceFanOut() {}

    /**
     * Whether a request has to be split for this target: it asks for more than one answer, and the dialect or the vendor takes
     * none of that.
     *
     * @param context the one that the request would be encoded with
     */
    public static boolean isNeeded(ChatRequest request, Dialect target, EncodeContext context) {
        Integer count = request.choiceCount();
        return count != null && count > 1 && !target.takesChoices(request, context);
    }

    /**
     * The requests to be sent instead, as many as answers are wanted. They ask for one answer and are the same but for the seed,
     * which grows by one from call to call: with the same seed the answers would be the same. Reports the field as emulated.
     *
     * @throws ChatException of kind {@code INVALID_REQUEST} if more than {@value #MOST_CALLS} answers are asked for
     */
    public static List<ChatRequest> split(ChatRequest request, Losses losses) {
        int count = request.choiceCount() == null ? 1 : Math.max(1, request.choiceCount());
        if (count > MOST_CALLS) {
            throw ChatException.invalid(
                    "choiceCount",
                    "The vendor makes one answer at a time; at most " + MOST_CALLS + " can be asked for at once");
        }
        if (count == 1) {
            return List.of(request);
        }
        losses.add(
                LossKind.EMULATED,
                "choiceCount",
                "the vendor makes one answer at a time and is asked " + count + " times; each call is billed");
        Long seed = request.sampling().seed();
        if (seed != null) {
            losses.add(LossKind.EMULATED, "sampling.seed", "each further answer has a seed of its own, one more");
        }
        List<ChatRequest> calls = new ArrayList<>(count);
        for (int call = 0; call < count; call++) {
            ChatRequestBuilder builder = request.toBuilder().choiceCount(null);
            if (seed != null) {
                builder.seed(seed > Long.MAX_VALUE - call ? seed - call : seed + call);
            }
            calls.add(builder.build());
        }
        return List.copyOf(calls);
    }

    /**
     * The number of a choice among all calls. A call that answers more than it was asked keeps its first choice at its place.
     *
     * @param call number of the call, from 0
     * @param choice number of the choice within the call's answer, from 0
     * @param calls how many calls there are
     */
    static int index(int call, int choice, int calls) {
        return call + choice * calls;
    }
}
