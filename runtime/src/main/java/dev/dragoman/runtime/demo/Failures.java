// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Failures on demand, so that a client can try how it takes them. */
final class Failures {
    /** Code of all failures that were asked for. */
    static final String CODE = "demo_failure";

    private static final Pattern MODEL = Pattern.compile("error-([45]\\d\\d)");
    private static final Pattern PHRASE = Pattern.compile("please fail(?: with(?: status)? ([45]\\d\\d))?\\b");

    private Failures() {}

    /** The failure that takes the place of an answer; {@code null} if none is asked for. */
    static @Nullable ChatError instead(String model, String prompt) {
        Matcher byModel = MODEL.matcher(model);
        if (byModel.matches()) {
            return ofStatus(Integer.parseInt(byModel.group(1)));
        }
        Matcher byPhrase = PHRASE.matcher(prompt.toLowerCase(Locale.ROOT));
        if (byPhrase.find()) {
            String status = byPhrase.group(1);
            return ofStatus(status == null ? 500 : Integer.parseInt(status));
        }
        return null;
    }

    /** Whether the answer should begin and then break off. */
    static boolean midway(String model, Conversation conversation) {
        return model.equals("broken-stream") || conversation.asks("please break off");
    }

    static ChatError brokenOff() {
        return ChatError.of(ErrorKind.UPSTREAM, "The demo model was asked to break off")
                .withCode(CODE);
    }

    private static ChatError ofStatus(int status) {
        Duration retryAfter = status == 429 || status == 503 ? Duration.ofSeconds(1) : null;
        String message = "The demo model was asked to fail with status " + status;
        return new ChatError(ErrorKind.ofStatus(status), status, message, CODE, null, retryAfter, null, null);
    }
}
