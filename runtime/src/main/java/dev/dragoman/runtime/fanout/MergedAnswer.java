// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.fanout;

import dev.dragoman.fanout.ChoiceMerger;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.provider.Answer;
import java.util.List;

/**
 * The answers of several calls as one.
 *
 * @param answers in the order of the calls
 */
record MergedAnswer(List<Answer> answers) implements Answer {
    @Override
    public ChatResponse decode() {
        return ChoiceMerger.merge(answers.stream().map(Answer::decode).toList());
    }
}
