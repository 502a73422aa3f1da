// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many tokens a choice may still have. */
final class TokenBudget {
    private long left;
    private boolean exceeded;

    TokenBudget(@Nullable Long limit) {
        left = limit == null ? Long.MAX_VALUE : limit;
    }

    /** As many of these tokens as fit. */
    List<String> take(List<String> tokens) {
        if (tokens.size() <= left) {
            left -= tokens.size();
            return tokens;
        }
        List<String> fitting = tokens.subList(0, (int) left);
        left = 0;
        exceeded = true;
        return fitting;
    }

    /** Whether some token did not fit. */
    boolean exceeded() {
        return exceeded;
    }
}
