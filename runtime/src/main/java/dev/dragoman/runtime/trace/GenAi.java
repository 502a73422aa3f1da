// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Map;

/**
 * Names of attributes: those of OpenTelemetry's semantic conventions for generative AI, 1.37 and later (in development; read
 * 2026-11-25), and a few of our own.
 */
final class GenAi {
    /** The operation that every request is. */
    static final String CHAT = "chat";

    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
    static final AttributeKey<String> RESPONSE_MODEL = AttributeKey.stringKey("gen_ai.response.model");
    static final AttributeKey<List<String>> FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    /** Dialect of the client. */
    static final AttributeKey<String> CLIENT = AttributeKey.stringKey("dragoman.client");
    /** {@code provider/model} that answered. */
    static final AttributeKey<String> SERVED_BY = AttributeKey.stringKey("dragoman.served_by");
    /** The configured name of who was asked. */
    static final AttributeKey<String> ASKED = AttributeKey.stringKey("dragoman.provider");
    /** How many times somebody was asked. */
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("dragoman.attempts");

    /** An event for each loss. */
    static final String LOSS = "dragoman.loss";

    static final AttributeKey<String> LOSS_PATH = AttributeKey.stringKey("dragoman.loss.path");
    static final AttributeKey<String> LOSS_KIND = AttributeKey.stringKey("dragoman.loss.kind");
    static final AttributeKey<String> LOSS_SEVERITY = AttributeKey.stringKey("dragoman.loss.severity");

    /** Adapters that the conventions know under another name. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "azure-openai", "azure.ai.openai",
            "bedrock", "aws.bedrock",
            "gemini", "gcp.gemini",
            "mistral", "mistral_ai",
            "vertex", "gcp.vertex_ai",
            "watsonx", "ibm.watsonx.ai",
            "xai", "x_ai");

    private GenAi() {}

    /** What the conventions call the vendor behind an adapter. */
    static String provider(String adapter) {
        return PROVIDERS.getOrDefault(adapter, adapter);
    }
}
