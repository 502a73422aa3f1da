// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the choice among the tools is told: {@code toolChoice} knows neither "none" nor parallel calls. For "none" the tools are left
 * out where the history holds no calls. Claude's native choice says both, and then stands alone.
 */
final class BedrockConverseToolChoice {
    private final Losses losses;
    private final BedrockConverseFamily family;
    private @Nullable ToolChoice choice;
    private @Nullable Boolean parallel;
    private List<PlacedTool> tools;
    private boolean natively;

    private BedrockConverseToolChoice(PreparedRequest request, BedrockConverseFamily family, Losses losses) {
        this.losses = losses;
        this.family = family;
        this.choice = request.toolChoice();
        this.parallel = request.source().parallelToolCalls();
        this.tools = BedrockConverseToolEncoder.fitting(request.tools(), losses);
    }

    /**
     * Decides, and reports what it changes.
     *
     * @param forcible whether the model can be made to call a tool
     */
    static BedrockConverseToolChoice of(
            PreparedRequest request, BedrockConverseFamily family, boolean forcible, Losses losses) {
        BedrockConverseToolChoice choice = new BedrockConverseToolChoice(request, family, losses);
        choice.decide(forcible, holdsCalls(request.messages()));
        return choice;
    }

    private static boolean holdsCalls(List<PlacedMessage> messages) {
        return messages.stream().anyMatch(message -> message.holds(ToolCall.class) || message.holds(ToolResult.class));
    }

    private void decide(boolean forcible, boolean calls) {
        if (tools.isEmpty()) {
            unused();
            return;
        }
        boolean forced = choice instanceof ToolChoice.Named || ToolChoice.REQUIRED.equals(choice);
        if (forced && !forcible) {
            losses.approximated("toolChoice", "this model cannot be made to call a tool, or not while it thinks");
            choice = ToolChoice.AUTO;
        }
        if (choice instanceof ToolChoice.Foreign foreign && !foreign.dialect().equals(BedrockConverseDialect.ID)) {
            losses.dropped("toolChoice", "a choice that only " + foreign.dialect() + " knows");
            choice = null;
        }
        if (ToolChoice.NONE.equals(choice)) {
            none(calls);
        }
        parallel();
    }

    /** Choices among no tools. */
    private void unused() {
        if (choice != null) {
            boolean free = choice.equals(ToolChoice.AUTO) || choice.equals(ToolChoice.NONE);
            losses.add(
                    LossKind.DROPPED,
                    free ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "toolChoice",
                    "there is no tool to choose");
            choice = null;
        }
        if (parallel != null) {
            note(LossKind.DROPPED, "parallelToolCalls", "there is no tool to call");
            parallel = null;
        }
    }

    private void none(boolean calls) {
        if (calls && family.nativeToolChoice()) {
            natively = true;
        } else if (calls) {
            losses.dropped("toolChoice", "calls cannot be forbidden where the history holds calls");
            choice = null;
        } else {
            String reason = "where no tool may be called, none is declared";
            note(LossKind.EMULATED, "toolChoice", reason);
            tools.forEach(placed -> note(LossKind.EMULATED, placed.path(), reason));
            tools = List.of();
            choice = null;
        }
    }

    private void parallel() {
        if (parallel == null) {
            return;
        }
        if (parallel || tools.isEmpty() || ToolChoice.NONE.equals(choice)) {
            note(
                    LossKind.DROPPED,
                    "parallelToolCalls",
                    "parallel calls are the default, and without calls there is nothing to say");
            parallel = null;
        } else if (!family.nativeToolChoice() || choice instanceof ToolChoice.Foreign) {
            losses.dropped("parallelToolCalls", "parallel calls cannot be forbidden there");
            parallel = null;
        } else {
            if (choice == null) {
                note(LossKind.DEFAULTED, "toolChoice", "the parallel flag stands in a choice");
            }
            natively = true;
        }
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }

    /** The tools to declare. */
    List<PlacedTool> tools() {
        return tools;
    }

    /** Adds the choice to the native fields, if it stands there. */
    void tell(BedrockConverseNatives natives) {
        if (!natively) {
            return;
        }
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            if (choice instanceof ToolChoice.Named named) {
                json.field("type", "tool").field("name", named.tool().name());
            } else if (ToolChoice.NONE.equals(choice)) {
                json.field("type", "none");
            } else {
                json.field("type", ToolChoice.REQUIRED.equals(choice) ? "any" : "auto");
            }
            json.field("disable_parallel_tool_use", parallel == null ? null : Boolean.TRUE);
            json.endObject();
        }
        natives.put("tool_choice", RawJson.written(out));
    }

    /** Writes {@code toolChoice}, if the choice stands there. */
    void write(JsonWriter json) {
        if (natively || choice == null) {
            return;
        }
        if (choice instanceof ToolChoice.Foreign foreign) {
            json.field("toolChoice", foreign.json());
            return;
        }
        json.beginObject("toolChoice");
        if (choice instanceof ToolChoice.Named named) {
            json.beginObject("tool").field("name", named.tool().name()).endObject();
        } else {
            json.beginObject(ToolChoice.REQUIRED.equals(choice) ? "any" : "auto")
                    .endObject();
        }
        json.endObject();
    }
}
