// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.routing.Target;
import java.util.HashMap;
import java.util.Map;

/** Makes calls ready. Those that were made only to see what they lose are kept until they are wanted. */
final class Preparation {
    /** An encoding that changes the answer weighs more than any number of notes. */
    private static final long CHANGES_ANSWER = 1_000;

    private final Question question;
    private final Map<Target, ReadyCall> prepared = new HashMap<>(0);

    Preparation(Question question) {
        this.question = question;
    }

    /** @throws ChatException if the question cannot be put to this target */
    ReadyCall take(Target target) {
        ReadyCall known = prepared.remove(target);
        return known != null ? known : question.prepare(target.route());
    }

    /** How much a target is not told of the question; the most if it cannot be put to it at all. */
    long loss(Target target) {
        try {
            ReadyCall call = question.prepare(target.route());
            prepared.put(target, call);
            long loss = 0;
            for (Loss lost : call.losses().toList()) {
                loss += lost.severity() == Severity.CHANGES_ANSWER ? CHANGES_ANSWER : 1;
            }
            return loss;
        } catch (ChatException e) {
            return Long.MAX_VALUE;
        }
    }
}
