// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;

/**
 * Whether a whole answer of a compatible vendor is one that clients of OpenAI's can read as it is. Its SDKs demand a message and a
 * finish reason of each choice, texts for content and arguments, and an id for each call; clients go on with their calls only if the
 * finish reason says that there are some. Source: models of openai-java 4.100.0 and npm {@code openai} 7.55.0. One per answer.
 */
final class OpenAiChatWholeAnswer {
    private final JsonReader in;
    private boolean regular = true;
    private boolean calls;

    private OpenAiChatWholeAnswer(JsonReader in) {
        this.in = in;
    }

    static boolean isRegular(JsonReader in) {
        return new OpenAiChatWholeAnswer(in).read();
    }

    private boolean read() {
        boolean choices = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "choices" -> {
                    choices = in.isArray();
                    elements(this::choice);
                }
                // Even an error of null: its mere name is one to OpenAI's Java SDK.
                case "error" -> skip(false);
                default -> in.skip();
            }
        }
        in.end();
        return regular && choices;
    }

    private void choice() {
        boolean message = false;
        String reason = null;
        calls = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "message" -> {
                    message = in.isObject();
                    members(this::member);
                }
                case "finish_reason" -> {
                    if (in.isString()) {
                        reason = in.string();
                    } else {
                        skip(false);
                    }
                }
                default -> in.skip();
            }
        }
        regular &= message && reason != null && OpenAiChatFinishReasons.fits(reason, calls);
    }

    private void member() {
        switch (in.name()) {
            case "content" -> skip(in.isString() || in.isNull());
            case "tool_calls" -> elements(this::call);
            default -> in.skip();
        }
    }

    private void call() {
        calls = true;
        boolean id = false;
        boolean type = false;
        boolean body = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> {
                    id = in.isString();
                    in.skip();
                }
                case "type" -> {
                    type = in.isString();
                    in.skip();
                }
                case "function", "custom" -> {
                    body = in.isObject();
                    members(this::called);
                }
                default -> in.skip();
            }
        }
        regular &= id && type && body;
    }

    private void called() {
        switch (in.name()) {
            case "name", "arguments", "input" -> skip(in.isString());
            default -> in.skip();
        }
    }

    private void elements(Runnable element) {
        if (!in.isArray()) {
            skip(in.isNull());
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            if (in.isObject()) {
                element.run();
            } else {
                skip(false);
            }
        }
    }

    private void members(Runnable member) {
        if (!in.isObject()) {
            skip(false);
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            member.run();
        }
    }

    private void skip(boolean fits) {
        regular &= fits;
        in.skip();
    }
}
