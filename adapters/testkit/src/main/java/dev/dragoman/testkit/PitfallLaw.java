// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.testkit.model.ModelFields;
import dev.dragoman.testkit.model.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Histories on which translators are known to stumble. The numbers are those of the project's list of pitfalls. */
final class PitfallLaw {
    private static final List<String> AWKWARD_IDS =
            List.of("call:2/a.b", "toolu_01-" + "0123456789".repeat(8), "\u00fc \"1\"", "1", "call_call_1");

    private final Courier courier;

    PitfallLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                test("9: reasoning sealed by another vendor is not replayed", this::foreignSeals),
                test("19: a call without a result", () -> carries(history(call("call_1")))),
                test("19: a result without a call", () -> carries(request(List.of(result("call_9"))))),
                test("19: two calls of one id", () -> carries(history(call("x"), call("x"), result("x"), result("x")))),
                test("20: calls in the history, no tools declared", this::undeclaredTools),
                test("22: ids of any form name the same call afterwards", this::awkwardIds),
                test("29: empty texts, empty messages", this::emptyTexts));
    }

    private static DynamicTest test(String name, Executable body) {
        return dynamicTest("pitfall[" + name + "]", body);
    }

    private void foreignSeals() {
        String signature = "Zm9yZWlnbiBzaWduYXR1cmU=";
        String encrypted = "Zm9yZWlnbiBlbmNyeXB0ZWQ=";
        Reasoning foreign = new Reasoning(
                "Hm.",
                List.of(),
                signature,
                encrypted,
                "rs_1",
                courier.samples().foreign(),
                Extensions.NONE);
        Trip<ChatRequest> trip = courier.request(request(
                List.of(Message.of(Role.ASSISTANT, List.of(foreign, Text.of("Hello"))), Message.user("Go on."))));
        if (trip.wire().contains(signature) || trip.wire().contains(encrypted)) {
            throw new AssertionError("a foreign seal was sent" + trip.story());
        }
        if (trip.lossesAt("messages[1].parts[0]").isEmpty()) {
            throw new AssertionError("what was left out was not reported" + trip.story());
        }
    }

    private void undeclaredTools() {
        ChatRequest request = history(call("call_1"), result("call_1"), Message.user("Thanks."));
        carries(request.toBuilder().tools(List.of()).build());
    }

    private void awkwardIds() {
        List<Part> calls = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        AWKWARD_IDS.forEach(id -> calls.add(ToolCall.of(id, "get_weather", "{}")));
        messages.add(Message.of(Role.ASSISTANT, calls));
        AWKWARD_IDS.forEach(id -> messages.add(result(id)));
        List<String> called = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (Message message : carries(request(messages)).messages()) {
            for (Part part : message.parts()) {
                if (part instanceof ToolCall call) {
                    called.add(call.id());
                } else if (part instanceof ToolResult result) {
                    answered.add(result.callId());
                }
            }
        }
        boolean distinct = called.stream().distinct().count() == AWKWARD_IDS.size();
        if (!distinct || !called.equals(answered)) {
            throw new AssertionError("calls " + called + " are answered by " + answered);
        }
    }

    private void emptyTexts() {
        carries(request(List.of(
                Message.assistant(""),
                Message.user(""),
                Message.of(Role.ASSISTANT, List.of(Text.of(""), Text.of(" "), Text.of("x"))),
                Message.of(Role.USER, List.of()))));
    }

    /** Written and read again, or refused as the caller's fault. */
    private ChatRequest carries(ChatRequest request) {
        Trip<ChatRequest> trip = courier.request(request);
        if (trip.result() != null) {
            return trip.result();
        }
        int status = trip.refusal() == null ? 0 : trip.refusal().error().status();
        if (status < 400 || status > 499) {
            throw new AssertionError("refused, but not as the caller's fault" + trip.story());
        }
        return request;
    }

    private static ChatRequest history(Message... messages) {
        return request(List.of(messages));
    }

    private static ChatRequest request(List<Message> messages) {
        List<Message> all = new ArrayList<>(List.of(Message.user("Hello")));
        all.addAll(messages);
        return Surroundings.complete(ModelFields.plainRequest().toBuilder()
                .messages(all)
                .tool(FunctionTool.of("get_weather", null, "{\"type\":\"object\",\"properties\":{}}"))
                .build());
    }

    private static Message call(String id) {
        return Message.of(Role.ASSISTANT, List.of(ToolCall.of(id, "get_weather", "{}")));
    }

    private static Message result(String id) {
        return Message.toolResult(id, "12 degrees");
    }
}
