// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.List;
import java.util.Map;

/** A request with everything set, so that a reader of what a vendor gets of it sees all its rules at once. */
final class Everything {
    private static final RawJson SCHEMA =
            RawJson.parse("{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}");

    private Everything() {}

    static ChatRequest of(String vendor) {
        Origin own = new Origin(vendor, "some-model");
        Reasoning thought = new Reasoning("Look first.", List.of(), "c2lnbmF0dXJl", null, "rs_1", own, Extensions.NONE);
        return ChatRequest.builder("some-model")
                .message(new Message(Role.DEVELOPER, List.of(Text.of("Be brief.")), null, Extensions.NONE))
                .message(new Message(
                        Role.USER,
                        List.of(Text.of("Where is this?"), Image.of(MediaSource.Url.of("https://example.com/a.png"))),
                        "alice",
                        Extensions.NONE))
                .message(Message.of(
                        Role.ASSISTANT, List.of(thought, ToolCall.of("call_1", "find", "{\"city\":\"Oslo\"}"))))
                .toolResult("call_1", "Found.")
                .user("Go on.")
                .tool(new FunctionTool("find", "Finds a city", SCHEMA, true, null, Extensions.NONE))
                .tool(new CustomTool("note", "Takes a note", null, Extensions.NONE))
                .toolChoice(ToolChoice.REQUIRED)
                .parallelToolCalls(false)
                .sampling(new Sampling(2.0, 1.0, 40, 2.0, -2.0, 7L, Map.of("50256", -100.0)))
                .maxOutputTokens(1000L)
                .stop(List.of("a", "b", "c", "d", "e"))
                .choiceCount(2)
                .reasoning(ReasoningSettings.ofEffort(ReasoningEffort.XHIGH))
                .outputFormat(new OutputFormat.JsonSchema("place", "A place", SCHEMA, true))
                .verbosity("low")
                .modalities(List.of("text", "audio"))
                .audioOutput(new AudioOutput("mp3", "alloy", null))
                .prediction(new Prediction(List.of("Oslo")))
                .logprobs(new LogprobSettings(true, 20))
                .endUser(new EndUser("user-1", "safe-1"))
                .metadata(Map.of("trace", "1"))
                .cache(new CacheSettings("key-1", "24h", null, null))
                .serviceTier("flex")
                .store(true)
                .webSearch(new WebSearch("low", new UserLocation("Oslo", null, "NO", null), List.of(), List.of(), null))
                .stream(true)
                .build();
    }
}
