// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Judges one answer against the story that was asked for. Whatever is not exactly the story, or an error in the client's dialect
 * after nothing but a beginning of it, is wrong.
 */
final class Judge {
    /**
     * A judgement.
     *
     * @param outcome what became of the request
     * @param why what is wrong; empty otherwise
     */
    record Verdict(Outcome outcome, String why) {}

    private static final int LONGEST_SHOWN = 400;

    private final Wire wire;
    private final String expected;

    Judge(Wire wire, Story story) {
        this.wire = wire;
        this.expected = story.text();
    }

    /** Judges an answer that has ended. */
    Verdict judge(int status, boolean stream, byte[] body) {
        String text;
        try {
            text = strict(body);
            if (status != 200) {
                return wire.isError(new JsonObject(text))
                        ? new Verdict(Outcome.REFUSED, "")
                        : wrong("not the dialect's error: " + text);
            }
            return stream ? stream(text) : whole(new JsonObject(text));
        } catch (CharacterCodingException | DecodeException | ClassCastException | NullPointerException e) {
            return wrong("cannot be read: " + e + ": " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private Verdict whole(JsonObject body) {
        String text = wire.text(body);
        return text.equals(expected) ? new Verdict(Outcome.COMPLETE, "") : wrong("another answer: " + text);
    }

    private Verdict stream(String body) {
        if (!body.endsWith("\n\n")) {
            return wrong("a stream that ends in the middle of a frame: " + tail(body));
        }
        StringBuilder text = new StringBuilder();
        Outcome outcome = null;
        for (String frame : body.substring(0, body.length() - 2).split("\n\n", -1)) {
            Wire.Said said = wire.read(frame);
            if (outcome != null && !said.equals(Wire.Said.NOTHING)) {
                return wrong("something after the end: " + tail(body));
            }
            text.append(said.text());
            if (said.end() || said.error()) {
                outcome = said.end() ? Outcome.COMPLETE : Outcome.BROKEN_OFF;
            }
        }
        if (outcome == null) {
            return wrong("a stream without an end: " + tail(body));
        }
        boolean fits =
                outcome == Outcome.COMPLETE ? expected.contentEquals(text) : expected.startsWith(text.toString());
        return fits ? new Verdict(outcome, "") : wrong(outcome + " with another answer: " + text);
    }

    private static Verdict wrong(String why) {
        return new Verdict(Outcome.WRONG, why.substring(0, Math.min(why.length(), LONGEST_SHOWN)));
    }

    private static String tail(String body) {
        return body.substring(Math.max(0, body.length() - LONGEST_SHOWN / 2));
    }

    private static String strict(byte[] body) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        return text.toString();
    }
}
