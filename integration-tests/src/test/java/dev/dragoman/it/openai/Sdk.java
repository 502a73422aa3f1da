// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** OpenAI's SDK as an application would set it up, but for retries: a test wants to see the first answer. */
final class Sdk implements AutoCloseable {
    /** The key that the client shows the gateway; it must not reach the vendor. */
    static final String KEY = "sk-fake-key-of-the-client";

    private final OpenAIClient client;

    Sdk(URI baseUrl) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl.toString())
                .apiKey(KEY)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    OpenAIClient client() {
        return client;
    }

    ChatCompletion chat(ChatCompletionCreateParams.Builder params) {
        return client.chat().completions().create(params.build());
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    StreamResponse<ChatCompletionChunk> stream(ChatCompletionCreateParams.Builder params) {
        return client.chat().completions().createStreaming(params.build());
    }

    /** The chunks of a streamed answer. */
    List<ChatCompletionChunk> chunks(ChatCompletionCreateParams.Builder params) {
        try (StreamResponse<ChatCompletionChunk> response = stream(params)) {
            return response.stream().toList();
        }
    }

    /** A streamed answer, usage included, put together by the SDK's own accumulator. */
    ChatCompletion accumulated(ChatCompletionCreateParams.Builder params) {
        ChatCompletionStreamOptions options =
                ChatCompletionStreamOptions.builder().includeUsage(true).build();
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        chunks(params.streamOptions(options)).forEach(accumulator::accumulate);
        return accumulator.chatCompletion();
    }

    static ChatCompletionCreateParams.Builder ask(String model, String prompt) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(prompt);
    }

    static ChatCompletionMessage message(ChatCompletion completion) {
        return completion.choices().get(0).message();
    }

    static String text(ChatCompletion completion) {
        return message(completion).content().orElse("");
    }

    /** The text of a stream's first choice. */
    static String text(List<ChatCompletionChunk> chunks) {
        StringBuilder text = new StringBuilder();
        for (ChatCompletionChunk chunk : chunks) {
            chunk.choices().stream()
                    .filter(choice -> choice.index() == 0)
                    .forEach(choice -> text.append(choice.delta().content().orElse("")));
        }
        return text.toString();
    }

    static String finishReason(ChatCompletion completion) {
        return completion.choices().get(0).finishReason().asString();
    }

    static List<ChatCompletionMessageFunctionToolCall> calls(ChatCompletion completion) {
        return message(completion).toolCalls().orElse(List.of()).stream()
                .map(ChatCompletionMessageToolCall::asFunction)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
