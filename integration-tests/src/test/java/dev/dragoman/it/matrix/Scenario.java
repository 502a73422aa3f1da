// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is played in each cell. The facts are the same in every dialect; how they are written is the dialect's. */
enum Scenario {
    TEXT("text", "text", false),
    TEXT_STREAMED("text", "text", true),
    TOOL_CALL("tool-call", "tool-call", false),
    TOOL_CALL_STREAMED("tool-call", "tool-call", true),
    PARALLEL_CALLS("parallel-calls", "parallel-calls", false),
    PARALLEL_CALLS_STREAMED("parallel-calls", "parallel-calls", true),
    TOOL_RESULTS("tool-results", "text", false),
    IMAGE("image", "text", false),
    STRUCTURED("structured", "structured", false),
    STRUCTURED_STREAMED("structured", "structured", true),
    REASONING("reasoning", "reasoning", false),
    REASONING_STREAMED("reasoning", "reasoning", true),
    LENGTH("text", "length", false),
    LENGTH_STREAMED("text", "length", true),
    CUT_STREAM("text", "text", true),
    RATE_LIMIT("text", "RATE_LIMIT"),
    AUTHENTICATION("text", "AUTHENTICATION"),
    INVALID_REQUEST("text", "INVALID_REQUEST"),
    NOT_FOUND("text", "NOT_FOUND"),
    INTERNAL("text", "INTERNAL"),
    OVERLOADED("text", "OVERLOADED");

    /** What each request says, by its folder. */
    private static final Map<String, Map<Fact, List<String>>> ASKED = Map.of(
            "text",
            Map.of(Fact.USER, List.of("Why is the sky blue?"), Fact.SYSTEM, List.of("Answer in one sentence.")),
            "tool-call",
            Map.of(Fact.USER, List.of("How is the weather in Paris?"), Fact.TOOLS, List.of("get_weather")),
            "parallel-calls",
            Map.of(
                    Fact.USER,
                    List.of("How is the weather in Paris and in Rome?"),
                    Fact.TOOLS,
                    List.of("get_weather", "get_time")),
            "tool-results",
            Map.of(
                    Fact.USER,
                    List.of("How is the weather in Paris and in Rome?"),
                    Fact.TOOLS,
                    List.of("get_weather"),
                    Fact.CALLED,
                    List.of("get_weather", "get_weather"),
                    Fact.CALLED_WITH,
                    List.of("{\"city\":\"Paris\"}", "{\"city\":\"Rome\"}"),
                    Fact.RESULTS,
                    List.of("sunny", "rainy")),
            "image",
            Map.of(
                    Fact.USER,
                    List.of("What is in this picture?"),
                    Fact.IMAGE,
                    List.of(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")),
            "structured",
            Map.of(Fact.USER, List.of("Name a city and its country."), Fact.SCHEMA, List.of("city", "country")),
            "reasoning",
            Map.of(Fact.USER, List.of("How many letters has the word sky?"), Fact.THINK, List.of()));

    /** What each answer says, by its folder. */
    private static final Map<String, Map<Fact, List<String>>> ANSWERED = Map.of(
            "text",
            Map.of(
                    Fact.TEXT,
                    List.of("Because air scatters blue light most."),
                    Fact.INPUT,
                    List.of("20"),
                    Fact.OUTPUT,
                    List.of("10")),
            "tool-call",
            Map.of(
                    Fact.CALLS,
                    List.of("get_weather"),
                    Fact.ARGUMENTS,
                    List.of("{\"city\":\"Paris\",\"days\":2}"),
                    Fact.INPUT,
                    List.of("20"),
                    Fact.OUTPUT,
                    List.of("10")),
            "parallel-calls",
            Map.of(
                    Fact.CALLS,
                    List.of("get_weather", "get_time"),
                    Fact.ARGUMENTS,
                    List.of("{\"city\":\"Paris\"}", "{\"city\":\"Rome\"}"),
                    Fact.INPUT,
                    List.of("20"),
                    Fact.OUTPUT,
                    List.of("10")),
            "structured",
            Map.of(Fact.TEXT, List.of("{\"city\":\"Paris\",\"country\":\"France\"}")),
            "reasoning",
            Map.of(
                    Fact.REASONING,
                    List.of("s, k and y: that makes three."),
                    Fact.TEXT,
                    List.of("Three."),
                    Fact.INPUT,
                    List.of("20"),
                    Fact.OUTPUT,
                    List.of("10")),
            "length",
            Map.of(Fact.TEXT, List.of("Because air"), Fact.INPUT, List.of("20"), Fact.OUTPUT, List.of("10")));

    private final String folder;
    private final String answer;
    private final boolean streamed;
    private final @Nullable String error;

    Scenario(String folder, String answer, boolean streamed) {
        this.folder = folder;
        this.answer = answer;
        this.streamed = streamed;
        this.error = null;
    }

    Scenario(String folder, String error) {
        this.folder = folder;
        this.answer = folder;
        this.streamed = false;
        this.error = error;
    }

    /** Folder of the request. */
    String folder() {
        return folder;
    }

    /** Folder of the answer. */
    String answer() {
        return answer;
    }

    boolean streamed() {
        return streamed;
    }

    /** The class of the error that the vendor answers with; {@code null} if it answers. */
    @Nullable String error() {
        return error;
    }

    /** How a dialect's description names it. */
    String folderName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the vendor must have been asked. */
    Map<Fact, List<String>> asked() {
        return ASKED.getOrDefault(folder, Map.of());
    }

    /** What the client must have been answered. */
    Map<Fact, List<String>> answered() {
        return error == null ? ANSWERED.getOrDefault(answer, Map.of()) : Map.of();
    }

    /** Why the answer ended, in canonical words. */
    String finish() {
        return switch (answer) {
            case "tool-call", "parallel-calls" -> "TOOL_CALLS";
            case "length" -> "LENGTH";
            default -> "STOP";
        };
    }
}
