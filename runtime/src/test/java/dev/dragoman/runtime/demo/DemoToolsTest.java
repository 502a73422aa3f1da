// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static dev.dragoman.runtime.demo.Heard.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason.Kind;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolChoice.ModeKind;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoToolsTest {
    private static final Tool WEATHER = FunctionTool.of("get_current_weather", "Get the current weather", """
            {"type":"object","properties":{"location":{"type":"string"},
             "unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}""");
    private static final Tool TIME = FunctionTool.of(
            "get_time",
            null,
            "{\"type\":\"object\",\"properties\":{\"zone\":{\"type\":\"string\"}},\"required\":[\"zone\"]}");
    private static final Tool PING = new FunctionTool("ping", null, null, null, null, Extensions.NONE);

    private static ChatRequestBuilder offer(String prompt, Tool... tools) {
        return chat(prompt).tools(List.of(tools));
    }

    @Test
    void calls_a_tool_the_prompt_is_about() {
        Heard heard = Heard.of(offer("What's the weather like in Boston today?", WEATHER));
        assertThat(heard.response().toolCalls())
                .containsExactly(ToolCall.of(
                        "call_0123456789abcdef01234567_0", "get_current_weather", "{\"location\":\"Boston\"}"));
        assertThat(heard.text()).isEmpty();
        assertThat(heard.finish().kind()).isEqualTo(Kind.TOOL_CALLS);
        assertThat(heard.of(ChatEvent.ArgumentsDelta.class)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello!|0",
                "Please run ping now|1",
                "Use a tool please|1",
                "Can you call something?|1",
                "Use all tools|3",
                "Call get_time and then ping|2",
                "What is the weather and the time in Oslo?|2",
                "Shopping list|0",
            })
    void calls_what_the_prompt_asks_for(String prompt, int calls) {
        assertThat(Heard.of(offer(prompt, WEATHER, TIME, PING)).response().toolCalls())
                .hasSize(calls);
    }

    @Test
    void several_tools_are_called_in_the_order_of_the_prompt() {
        assertThat(Heard.of(offer("first ping, then get_time for Oslo", TIME, PING))
                        .response()
                        .toolCalls())
                .extracting(ToolCall::name, ToolCall::arguments)
                .containsExactly(tuple("ping", "{}"), tuple("get_time", "{\"zone\":\"Oslo\"}"));
    }

    @Test
    void one_call_for_each_of_several_places() {
        assertThat(Heard.of(offer("Weather in San Francisco, Tokyo and Paris?", WEATHER))
                        .response()
                        .toolCalls())
                .extracting(ToolCall::arguments)
                .containsExactly(
                        "{\"location\":\"San Francisco\"}", "{\"location\":\"Tokyo\"}", "{\"location\":\"Paris\"}");
    }

    @Test
    void one_call_only_when_parallel_calls_are_off() {
        assertThat(Heard.of(offer("Use all tools", WEATHER, TIME, PING).parallelToolCalls(false))
                        .response()
                        .toolCalls())
                .hasSize(1);
    }

    @Test
    void obeys_the_tool_choice() {
        assertThat(calls(ToolChoice.NONE, "call ping")).isEmpty();
        assertThat(calls(ToolChoice.REQUIRED, "Hello")).containsExactly("get_current_weather");
        assertThat(calls(ToolChoice.REQUIRED, "ping!")).containsExactly("ping");
        assertThat(calls(new ToolChoice.Named(ToolRef.function("get_time")), "Hello"))
                .containsExactly("get_time");
        ToolChoice allowed = new ToolChoice.Allowed(ModeKind.AUTO, List.of(ToolRef.function("ping")));
        assertThat(calls(allowed, "call get_time")).containsExactly("ping");
        assertThat(calls(allowed, "Hello")).isEmpty();
        assertThat(calls(new ToolChoice.Allowed(ModeKind.REQUIRED, List.of(ToolRef.function("ping"))), "Hello"))
                .containsExactly("ping");
    }

    private static List<String> calls(ToolChoice choice, String prompt) {
        return Heard.of(offer(prompt, WEATHER, TIME, PING).toolChoice(choice)).response().toolCalls().stream()
                .map(ToolCall::name)
                .toList();
    }

    @Test
    void refuses_to_be_forced_to_a_tool_it_does_not_have() {
        Heard heard = Heard.of(offer("Hi", PING).toolChoice(new ToolChoice.Named(ToolRef.function("pong"))));
        assertThat(heard.events()).singleElement().isInstanceOfSatisfying(ChatEvent.StreamFailed.class, failed -> {
            assertThat(failed.error().status()).isEqualTo(400);
            assertThat(failed.error().param()).isEqualTo("toolChoice");
        });
    }

    @Test
    void reports_what_the_tools_returned() {
        ChatRequest first = offer("Weather in Boston?", WEATHER).build();
        Message turn = Heard.of(first).response().choices().get(0).message();
        Heard second = Heard.of(first.toBuilder()
                .message(turn)
                .toolResult(((ToolCall) turn.parts().get(0)).id(), "21 degrees, sunny")
                .toolChoice(ToolChoice.REQUIRED));
        assertThat(second.response().toolCalls()).isEmpty();
        assertThat(second.text()).contains("get_current_weather returned: 21 degrees, sunny");
        assertThat(second.finish().kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void a_custom_tool_gets_text() {
        Tool free = new CustomTool("run_code", null, null, Extensions.NONE);
        Tool dates = new CustomTool("pick_date", null, new Grammar("regex", "^\\d{4}-[01]\\d$"), Extensions.NONE);
        assertThat(Heard.of(offer("run_code then pick_date", free, dates))
                        .response()
                        .toolCalls())
                .extracting(ToolCall::kind, ToolCall::arguments)
                .containsExactly(tuple(ToolKind.CUSTOM, "run_code then pick_date"), tuple(ToolKind.CUSTOM, "1111-01"));
    }

    @Test
    void the_limit_may_cut_the_arguments() {
        Heard heard = Heard.of(offer("Weather in Boston?", WEATHER).maxOutputTokens(4L));
        assertThat(heard.response().toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"location\"");
        assertThat(heard.finish().kind()).isEqualTo(Kind.LENGTH);
    }

    @Test
    void each_choice_has_call_ids_of_its_own() {
        assertThat(Heard.of(offer("ping", PING).choiceCount(2)).response().choices())
                .flatExtracting(choice -> choice.message().parts())
                .extracting(part -> ((ToolCall) part).id())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void results_before_a_new_question_do_not_forbid_calls() {
        ChatRequestBuilder request = offer("Weather in Boston?", WEATHER, PING)
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("c1", "get_current_weather", "{}"))))
                .toolResult("c1", "sunny")
                .user("Now call ping");
        assertThat(Heard.of(request).response().toolCalls())
                .extracting(ToolCall::name)
                .containsExactly("ping");
    }
}
