// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import static java.util.Map.entry;

import dev.dragoman.json.RawJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values for components whose type alone does not say what makes sense: open vocabularies get all their documented words,
 * texts and numbers the values at which codecs go wrong. A component that is missing here gets values by its type.
 */
final class SampleWords {
    private static final String LONG_ID = "call_0123456789_0123456789_0123456789_0123456789_0123456789_0123456789";
    private static final String AWKWARD_TEXT = " \"quoted\" \\ back\nline\r\n\ttab \u00fc \u2028 \u4e2d \ud83d\ude00 ";
    private static final RawJson SCHEMA = RawJson.parse(
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],"
                    + "\"additionalProperties\":false}");
    private static final RawJson RICH_SCHEMA = RawJson.parse(
            "{\"type\":\"object\",\"$defs\":{\"point\":{\"type\":\"array\",\"items\":{\"type\":\"number\"},"
                    + "\"minItems\":2,\"maxItems\":2}},\"properties\":{\"at\":{\"$ref\":\"#/$defs/point\"},"
                    + "\"kind\":{\"const\":\"place\"},\"note\":{\"type\":[\"string\",\"null\"]},"
                    + "\"size\":{\"anyOf\":[{\"type\":\"integer\",\"minimum\":0},{\"enum\":[\"big\",null]}]}}}");

    /** {@code Owner.component} to values, the plainest first. */
    private static final Map<String, List<Object>> WORDS = Map.ofEntries(
            entry("ChatRequest.model", List.of(SampleContext.MODEL, "org/sample-model:v1.5")),
            entry("ChatRequest.maxOutputTokens", List.of(500L, 1L, 0L)),
            entry("ChatRequest.choiceCount", List.of(2, 1, 0)),
            entry(
                    "ChatRequest.stop",
                    List.of(List.of("END"), List.of("END", "\n\nUser:"), List.of("a", "b", "c", "d", "e"))),
            entry("ChatRequest.verbosity", List.of("low", "medium", "high")),
            entry("ChatRequest.modalities", List.of(List.of("text"), List.of("text", "audio"), List.of("image"))),
            entry("ChatRequest.serviceTier", List.of("auto", "default", "flex", "scale", "priority", "fast")),
            entry("ChatRequest.metadata", List.of(Map.of("project", "dragoman"), ordered("b", "2", "a", "1"))),
            entry("Sampling.temperature", List.of(0.7, 0.0, 1.0, 1.5)),
            entry("Sampling.topP", List.of(0.9, 0.0, 1.0)),
            entry("Sampling.topK", List.of(40, 1, 0)),
            entry("Sampling.frequencyPenalty", List.of(0.5, 0.0, -1.5)),
            entry("Sampling.presencePenalty", List.of(0.5, 0.0, -1.5)),
            entry("Sampling.seed", List.of(42L, 0L, -7L, Long.MAX_VALUE)),
            entry("Sampling.logitBias", List.of(Map.of("50256", -100.0), ordered("7", 0.5, "3", 100.0))),
            entry("LogprobSettings.top", List.of(5, 0, 20)),
            entry("ReasoningEffort.value", List.of("low", "none", "minimal", "medium", "high", "xhigh", "max")),
            entry("ReasoningSettings.budgetTokens", List.of(2048L, 1L, 0L)),
            entry("JsonSchema.name", List.of("answer")),
            entry("JsonSchema.schema", List.of(SCHEMA, RICH_SCHEMA)),
            entry("FunctionTool.name", List.of("get_weather", "weather.get-now")),
            entry("FunctionTool.parameters", List.of(SCHEMA, RICH_SCHEMA, RawJson.EMPTY_OBJECT)),
            entry("CustomTool.name", List.of("run_query")),
            entry("Grammar.syntax", List.of("lark", "regex")),
            entry("Grammar.definition", List.of("start: /[a-z]+/")),
            entry("ToolRef.name", List.of("get_weather")),
            entry("AudioOutput.format", List.of("wav", "aac", "mp3", "flac", "opus", "pcm16")),
            entry("AudioOutput.voice", List.of("alloy")),
            entry("Prediction.texts", List.of(List.of("class User {}"), List.of("class", " User {}"))),
            entry("CacheSettings.retention", List.of("24h", "in_memory")),
            entry("CacheSettings.mode", List.of("explicit", "implicit")),
            entry("CacheSettings.ttl", List.of("30m", "5m", "1h")),
            entry("CacheHint.ttl", List.of("5m", "30m", "1h", "12h")),
            entry("WebSearch.contextSize", List.of("low", "medium", "high")),
            entry("WebSearch.allowedDomains", List.of(List.of("example.com"), List.of("b.example", "a.example"))),
            entry("WebSearch.blockedDomains", List.of(List.of("example.org"))),
            entry("WebSearch.maxUses", List.of(3, 1)),
            entry("UserLocation.country", List.of("NO")),
            entry("UserLocation.timezone", List.of("Europe/Oslo")),
            entry("Text.text", List.of("Hello", AWKWARD_TEXT, "")),
            entry("Reasoning.text", List.of("Let me think.", AWKWARD_TEXT)),
            entry("Reasoning.summary", List.of(List.of("Thought."), List.of("First.", "Second."))),
            entry("Refusal.text", List.of("I cannot help with that.", AWKWARD_TEXT)),
            entry("Image.detail", List.of("low", "auto", "high", "original")),
            entry("Document.name", List.of("report.pdf")),
            entry("Url.url", List.of("https://example.com/sample?a=1&b=%20c")),
            entry("Base64.data", List.of("aGVsbG8gd29ybGQ=")),
            entry("PlainText.text", List.of("A text document.")),
            entry("ToolCall.id", List.of("call_1", "call:2/a.b", LONG_ID)),
            entry("ToolCall.name", List.of("get_weather", "weather.get-now")),
            entry(
                    "ToolCall.arguments",
                    List.of(
                            "{\"city\":\"Oslo\"}",
                            "{}",
                            "",
                            "{\"a\": 1.0, \"b\": [null, \"\\u00fc\"]}",
                            "{\"city\":\"Os")),
            entry("ToolResult.callId", List.of("call_1")),
            entry("ToolResult.name", List.of("get_weather")),
            entry("Citation.url", List.of("https://example.com/a")),
            entry("Citation.start", List.of(1, 0)),
            entry("Citation.end", List.of(4)),
            entry("Usage.inputTokens", List.of(120L, 0L)),
            entry("Usage.outputTokens", List.of(60L, 0L)),
            entry("TokenLogprob.token", List.of("Hi", "\ud83d\ude00")),
            entry("TokenLogprob.logprob", List.of(-0.25, 0.0, -9999.0)),
            entry("TokenLogprob.bytes", List.of(List.of(72, 105), List.of())),
            entry("FinishReason.stopSequence", List.of("END")),
            entry("ChatResponse.created", List.of(1_790_000_000L)),
            entry("ResponseStarted.created", List.of(1_790_000_000L)),
            entry("ChatResponse.serviceTier", List.of("default", "flex", "priority")),
            entry("Audio.expiresAt", List.of(1_790_003_600L)));

    /** The media types that make sense inside a part, by the part's name. */
    private static final Map<String, List<String>> MEDIA_TYPES = Map.of(
            "Image", List.of("image/png", "image/jpeg"),
            "Audio", List.of("audio/wav", "audio/mpeg"),
            "Video", List.of("video/mp4"),
            "Document", List.of("application/pdf", "text/plain"));

    private SampleWords() {}

    /** The values for this slot; empty if the table has none. */
    static List<Object> of(Slot slot) {
        if (slot.name().equals("mediaType")) {
            return List.copyOf(mediaTypes(slot.trail()));
        }
        return WORDS.getOrDefault(slot.key(), List.of());
    }

    /** The media types that make sense inside of these records, the innermost that knows deciding. */
    static List<String> mediaTypes(List<Class<?>> trail) {
        List<String> types = List.of("application/octet-stream");
        for (Class<?> outer : trail) {
            types = MEDIA_TYPES.getOrDefault(outer.getSimpleName(), types);
        }
        return types;
    }

    private static <V> Map<String, V> ordered(String firstKey, V first, String secondKey, V second) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(firstKey, first);
        map.put(secondKey, second);
        return map;
    }
}
