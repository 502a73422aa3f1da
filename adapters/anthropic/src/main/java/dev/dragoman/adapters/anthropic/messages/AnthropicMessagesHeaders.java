// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code anthropic-version} and {@code anthropic-beta}. */
final class AnthropicMessagesHeaders {
    static final String VERSION = "anthropic-version";
    static final String BETA = "anthropic-beta";
    /** The version that still has sampling settings. */
    static final String CLASSIC = "2023-06-01";
    /** The version without them. */
    static final String CURRENT = "2026-10-21";

    /** Fields that need a beta, and which. Source: npm {@code @anthropic-ai/sdk} 1.11.0, beta namespace. */
    private static final Map<String, String> BETAS = Map.of(
            "context_management", "context-management-2025-06-27",
            "mcp_servers", "mcp-client-2025-11-20",
            "thread", "message-threads-2026-08-12",
            "compaction", "compact-2026-09-04",
            "fallbacks", "server-side-fallback-2026-07-01",
            "fallback_credit_token", "fallback-credit-2026-07-01",
            "output_config.task_budget", "task-budgets-2026-03-13");

    private AnthropicMessagesHeaders() {}

    static Map<String, String> of(ChatRequest request, ModelTraits traits) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(VERSION, traits.sampling() ? CLASSIC : CURRENT);
        Set<String> betas = new TreeSet<>();
        RawJson asked = request.extensions().get(AnthropicMessagesDialect.ID, AnthropicMessagesRequestDecoder.BETA);
        if (asked != null && asked.isString()) {
            try (JsonReader in = asked.reader()) {
                for (String beta : in.string().split(",", -1)) {
                    if (!beta.isBlank()) {
                        betas.add(beta.strip());
                    }
                }
            }
        }
        request.extensions()
                .byDialect()
                .values()
                .forEach(fields -> fields.forEach((name, value) -> {
                    String beta = name.equals("speed") && value.equals(RawJson.string("fast"))
                            ? "fast-mode-2026-02-01"
                            : BETAS.get(name);
                    if (beta != null
                            && betas.stream().noneMatch(known -> family(known).equals(family(beta)))) {
                        betas.add(beta);
                    }
                }));
        if (!betas.isEmpty()) {
            headers.put(BETA, String.join(",", betas));
        }
        return headers;
    }

    /** A beta's name without its date. */
    private static String family(String beta) {
        return beta.length() > 11 ? beta.substring(0, beta.length() - 11) : beta;
    }

    /** The headers of a request that passes through. */
    static Map<String, String> forwarded(Map<String, String> headers) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(VERSION, headers.getOrDefault(VERSION, CLASSIC));
        String beta = headers.get(BETA);
        if (beta != null && !beta.isBlank()) {
            kept.put(BETA, beta);
        }
        return kept;
    }
}
