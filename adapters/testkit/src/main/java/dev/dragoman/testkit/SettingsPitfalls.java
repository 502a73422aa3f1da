// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.testkit.model.ModelFields;
import dev.dragoman.testkit.model.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Settings that translators are known to lose: deep inside, at an unusual place, too long or too many. Each is read back as it was,
 * or a loss names it. The numbers are those of the project's list of pitfalls.
 */
final class SettingsPitfalls {
    private static final int BREAKPOINTS = 6;
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"unit\":{\"const\":\"C\"},\"at\":{\"anyOf\":"
                    + "[{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"},{\"type\":\"null\"}]}},\"required\":[\"unit\",\"at\"],"
                    + "\"additionalProperties\":false}";

    private final Courier courier;

    SettingsPitfalls(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                test("24: settings deep inside of tools", tools()),
                test("25 and 26: instructions of both kinds among the messages", instructions()),
                test("47: long names of users and long labels", users()),
                test("48: more breakpoints than are taken, each with a lifetime", breakpoints()));
    }

    private DynamicTest test(String name, ChatRequest request) {
        return dynamicTest("pitfall[" + name + "]", () -> {
            Trip<ChatRequest> trip = courier.request(Surroundings.complete(request));
            if (trip.result() == null || !trip.unaccounted().isEmpty()) {
                throw new AssertionError("not carried over and not reported: " + trip.unaccounted() + trip.story());
            }
        });
    }

    private static ChatRequest tools() {
        Extensions callers =
                Extensions.of("anthropic-messages", Map.of("allowed_callers", RawJson.parse("[\"direct\"]")));
        return ModelFields.plainRequest().toBuilder()
                .tool(new FunctionTool("get_weather", "", RawJson.parse(SCHEMA), true, null, callers))
                .tool(FunctionTool.of("get_time", null, "{\"type\":\"object\",\"properties\":{}}"))
                .parallelToolCalls(false)
                .build();
    }

    private static ChatRequest instructions() {
        return ModelFields.plainRequest().toBuilder()
                .messages(List.of(
                        Message.of(Role.DEVELOPER, "D1"),
                        Message.system("S2"),
                        Message.user("U3"),
                        Message.of(Role.DEVELOPER, "D4"),
                        Message.assistant("A5"),
                        Message.system("S6"),
                        Message.user("U7")))
                .build();
    }

    private static ChatRequest users() {
        return ModelFields.plainRequest().toBuilder()
                .endUser(new EndUser("anna@example.com/" + "u".repeat(600), "s".repeat(200)))
                .metadata(Map.of("trace", "t".repeat(700), "k".repeat(300), "v"))
                .build();
    }

    private static ChatRequest breakpoints() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < BREAKPOINTS; i++) {
            CacheHint hint = new CacheHint(i % 2 == 0 ? "1h" : "5m");
            messages.add(Message.of(Role.USER, List.of(new Text("U" + i, List.of(), null, hint, Extensions.NONE))));
            messages.add(Message.assistant("A" + i));
        }
        messages.add(Message.user("Go on."));
        return ModelFields.plainRequest().toBuilder().messages(messages).build();
    }
}
