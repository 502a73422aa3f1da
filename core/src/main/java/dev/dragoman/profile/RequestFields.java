// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import static java.util.Map.entry;

import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * From a path in a body back to the canonical value that stands there: {@link RequestPaths} the other way round. Used only when
 * something is to be reported.
 */
final class RequestFields {
    /** Canonical paths, longer ones before their beginnings, and whether a request says something there. */
    private static final List<Map.Entry<String, Predicate<ChatRequest>>> FIELDS = List.of(
            entry("sampling.temperature", r -> r.sampling().temperature() != null),
            entry("sampling.topP", r -> r.sampling().topP() != null),
            entry("sampling.topK", r -> r.sampling().topK() != null),
            entry("sampling.frequencyPenalty", r -> r.sampling().frequencyPenalty() != null),
            entry("sampling.presencePenalty", r -> r.sampling().presencePenalty() != null),
            entry("sampling.seed", r -> r.sampling().seed() != null),
            entry("sampling.logitBias", r -> !r.sampling().logitBias().isEmpty()),
            entry("maxOutputTokens", r -> r.maxOutputTokens() != null),
            entry("choiceCount", r -> r.choiceCount() != null),
            entry("stop", r -> !r.stop().isEmpty()),
            entry("toolChoice", r -> r.toolChoice() != null),
            entry("parallelToolCalls", r -> r.parallelToolCalls() != null),
            entry("reasoning.effort", r -> r.reasoning().effort() != null),
            entry("reasoning.mode", r -> r.reasoning().mode() != null),
            entry("reasoning.budgetTokens", r -> r.reasoning().budgetTokens() != null),
            entry("reasoning.visibility", r -> r.reasoning().visibility() != null),
            entry("outputFormat.schema", r -> r.outputFormat() instanceof OutputFormat.JsonSchema),
            entry("outputFormat.name", r -> r.outputFormat() instanceof OutputFormat.JsonSchema),
            entry("outputFormat.description", r -> r.outputFormat() instanceof OutputFormat.JsonSchema),
            entry("outputFormat.strict", r -> r.outputFormat() instanceof OutputFormat.JsonSchema),
            entry("outputFormat", r -> r.outputFormat() != null),
            entry("verbosity", r -> r.verbosity() != null),
            entry("modalities", r -> !r.modalities().isEmpty()),
            entry(
                    "audioOutput.format",
                    r -> r.audioOutput() != null && r.audioOutput().format() != null),
            entry(
                    "audioOutput.voice",
                    r -> r.audioOutput() != null && r.audioOutput().voice() != null),
            entry(
                    "audioOutput.voiceId",
                    r -> r.audioOutput() != null && r.audioOutput().voiceId() != null),
            entry("audioOutput", r -> r.audioOutput() != null),
            entry("prediction", r -> r.prediction() != null),
            entry("logprobs.enabled", r -> r.logprobs().enabled() != null),
            entry("logprobs.top", r -> r.logprobs().top() != null),
            entry("endUser.user", r -> r.endUser().user() != null),
            entry("endUser.safetyIdentifier", r -> r.endUser().safetyIdentifier() != null),
            entry("metadata", r -> !r.metadata().isEmpty()),
            entry("cache.key", r -> r.cache().key() != null),
            entry("cache.retention", r -> r.cache().retention() != null),
            entry("cache.mode", r -> r.cache().mode() != null),
            entry("cache.ttl", r -> r.cache().ttl() != null),
            entry("serviceTier", r -> r.serviceTier() != null),
            entry("store", r -> r.store() != null),
            entry("webSearch", r -> r.webSearch() != null),
            entry("tools", r -> !r.tools().isEmpty()),
            entry("messages", r -> true),
            entry("model", r -> true),
            entry("stream", ChatRequest::stream));

    private static final List<String> TOOL_MEMBERS =
            List.of("name", "description", "parameters", "strict", "cache", "extensions");
    private static final List<String> MESSAGE_MEMBERS = List.of("role", "name");

    private final RequestPaths names;
    private final ChatRequest request;
    private final ObjectDraft body;

    /**
     * A look-up for one body.
     *
     * @param request the request that was written
     * @param body what was written, in which there may be fewer or more messages and tools
     */
    RequestFields(RequestPaths names, ChatRequest request, ObjectDraft body) {
        this.names = names;
        this.request = request;
        this.body = body;
    }

    /**
     * The canonical paths of what the request says at or inside of this place of the body; none if the place is an addition of
     * the encoder.
     *
     * @param unsaid whether to name values that the request does not say, too
     */
    List<String> at(String path, boolean unsaid) {
        if (path.startsWith("tools[")) {
            return List.of(isOneToOne("tools", request.tools().size()) ? member(path, TOOL_MEMBERS) : "tools");
        }
        if (path.startsWith("messages[")) {
            return List.of(message(path));
        }
        List<String> found = extensions(path);
        for (Map.Entry<String, Predicate<ChatRequest>> field : FIELDS) {
            if ((unsaid || field.getValue().test(request))
                    && names.locate(request, field.getKey()).equals(path)) {
                found.add(field.getKey());
                return found;
            }
        }
        for (Map.Entry<String, Predicate<ChatRequest>> field : FIELDS) {
            String located = names.locate(request, field.getKey());
            boolean related = isWithin(located, path) || (found.isEmpty() && isWithin(path, located));
            if (related && (unsaid || field.getValue().test(request))) {
                found.add(field.getKey());
            }
        }
        return found;
    }

    private List<String> extensions(String path) {
        List<String> found = new ArrayList<>(1);
        request.extensions().byDialect().forEach((owner, fields) -> {
            for (Map.Entry<String, RawJson> field : fields.entrySet()) {
                String name = field.getKey();
                if (name.equals(path) || isWithin(name, path) || isWithin(path, name)) {
                    found.add("extensions." + owner + "." + name);
                }
            }
        });
        return found;
    }

    private String member(String path, List<String> members) {
        int end = path.indexOf(']') + 1;
        String owner = path.substring(0, end);
        for (String member : members) {
            String canonical = owner + "." + member;
            String located = names.locate(request, canonical);
            if (located.equals(path) || isWithin(path, located)) {
                return canonical;
            }
        }
        return owner;
    }

    private String message(String path) {
        return isOneToOne("messages", request.messages().size()) ? member(path, MESSAGE_MEMBERS) : "messages";
    }

    /** Elements that only one side has make it impossible to tell which one a number means. */
    private boolean isOneToOne(String name, int count) {
        ArrayDraft array = body.array(name);
        return array != null && array.size() == count;
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.length() > outer.length()
                && inner.startsWith(outer)
                && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == '[');
    }
}
