// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

/** OpenAI's Chat Completions. */
final class OpenAiShape implements Shape {
    private static final String CHUNK =
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[";

    @Override
    public String path() {
        return "/v1/chat/completions";
    }

    @Override
    public String whole(String text) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}";
    }

    @Override
    public String begin() {
        return CHUNK + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n";
    }

    @Override
    public String piece(String text) {
        return CHUNK + "{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    @Override
    public String end() {
        return CHUNK + "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n" + CHUNK
                + "],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}\n\n"
                + "data: [DONE]\n\n";
    }

    @Override
    public String keepAlive() {
        return ": keep-alive\n\n";
    }

    @Override
    public String error(String type, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":null}}";
    }

    @Override
    public String tooLong() {
        return "{\"error\":{\"message\":\"too long\",\"type\":\"invalid_request_error\",\"param\":\"messages\","
                + "\"code\":\"context_length_exceeded\"}}";
    }

    @Override
    public String filtered() {
        return "{\"error\":{\"message\":\"refused\",\"type\":\"invalid_request_error\",\"param\":\"prompt\","
                + "\"code\":\"content_filter\"}}";
    }
}
