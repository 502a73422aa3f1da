// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Bodies as OpenAI writes them. */
public final class Wire {
    /** The model's name in every answer. */
    public static final String MODEL = "vendor-model-2026-01-01";

    private static final String ID = "chatcmpl-vendor1";
    private static final long CREATED = 1_790_000_000L;

    private Wire() {}

    /** An answer of one choice with this text. */
    public static JsonObject text(String content) {
        return completion("stop", message(content));
    }

    /** An answer of several choices. */
    public static JsonObject completion(String finishReason, JsonObject... messages) {
        JsonArray choices = new JsonArray();
        for (JsonObject message : messages) {
            choices.add(new JsonObject()
                    .put("index", choices.size())
                    .put("message", message)
                    .putNull("logprobs")
                    .put("finish_reason", finishReason));
        }
        return new JsonObject()
                .put("id", ID)
                .put("object", "chat.completion")
                .put("created", CREATED)
                .put("model", MODEL)
                .put("choices", choices)
                .put("usage", usage())
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_vendor");
    }

    /** A message of the assistant. */
    public static JsonObject message(String content) {
        return new JsonObject()
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal")
                .put("annotations", new JsonArray());
    }

    /** A message of the assistant that calls functions: name, arguments, name, arguments and so on; ids are call_0, call_1. */
    public static JsonObject calls(String... namesAndArguments) {
        JsonArray calls = new JsonArray();
        for (int i = 0; i < namesAndArguments.length; i += 2) {
            calls.add(new JsonObject()
                    .put("id", "call_" + i / 2)
                    .put("type", "function")
                    .put("function", function(namesAndArguments[i], namesAndArguments[i + 1])));
        }
        return message(null).put("tool_calls", calls);
    }

    /** A stream of this text, piece by piece, from the role to the finish reason. */
    public static List<JsonObject> textChunks(String... pieces) {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(opening());
        for (String piece : pieces) {
            chunks.add(delta(new JsonObject().put("content", piece)));
        }
        chunks.add(finish("stop"));
        return chunks;
    }

    /** The chunk that opens a stream. */
    public static JsonObject opening() {
        return delta(
                new JsonObject().put("role", "assistant").put("content", "").putNull("refusal"));
    }

    /** Chunks of one function call whose arguments come in these pieces. */
    public static List<JsonObject> callChunks(int index, String name, String... arguments) {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(call(new JsonObject()
                .put("index", index)
                .put("id", "call_" + index)
                .put("type", "function")
                .put("function", function(name, ""))));
        for (String piece : arguments) {
            chunks.add(call(
                    new JsonObject().put("index", index).put("function", new JsonObject().put("arguments", piece))));
        }
        return chunks;
    }

    /** A chunk of the first choice. */
    public static JsonObject delta(JsonObject delta) {
        return chunk(new JsonArray()
                .add(new JsonObject()
                        .put("index", 0)
                        .put("delta", delta)
                        .putNull("logprobs")
                        .putNull("finish_reason")));
    }

    /** The chunk with the finish reason of the first choice. */
    public static JsonObject finish(String reason) {
        return chunk(new JsonArray()
                .add(new JsonObject()
                        .put("index", 0)
                        .put("delta", new JsonObject())
                        .putNull("logprobs")
                        .put("finish_reason", reason)));
    }

    /** The chunk with the token counts. */
    public static JsonObject usageChunk() {
        return chunk(new JsonArray()).put("usage", usage());
    }

    /** A chunk with these choices. */
    public static JsonObject chunk(JsonArray choices) {
        return new JsonObject()
                .put("id", ID)
                .put("object", "chat.completion.chunk")
                .put("created", CREATED)
                .put("model", MODEL)
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_vendor")
                .put("choices", choices);
    }

    /** An error in its envelope. */
    public static JsonObject error(String message, String type, String code) {
        return new JsonObject()
                .put(
                        "error",
                        new JsonObject()
                                .put("message", message)
                                .put("type", type)
                                .putNull("param")
                                .put("code", code));
    }

    private static JsonObject call(JsonObject call) {
        return delta(new JsonObject().put("tool_calls", new JsonArray().add(call)));
    }

    private static JsonObject function(String name, String arguments) {
        return new JsonObject().put("name", name).put("arguments", arguments);
    }

    private static JsonObject usage() {
        return new JsonObject()
                .put("prompt_tokens", 19)
                .put("completion_tokens", 10)
                .put("total_tokens", 29)
                .put(
                        "prompt_tokens_details",
                        new JsonObject().put("cached_tokens", 8).put("audio_tokens", 0))
                .put(
                        "completion_tokens_details",
                        new JsonObject().put("reasoning_tokens", 4).put("audio_tokens", 0));
    }
}
