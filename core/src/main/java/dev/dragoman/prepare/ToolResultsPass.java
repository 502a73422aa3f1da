// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the results of tool calls directly behind the turn that called, in the order of the calls. A call without a result gets
 * one that says so; a result without a call becomes a user's text; of two results of a call the last counts.
 */
final class ToolResultsPass implements Pass {
    @Override
    public void apply(Draft draft) {
        if (!draft.rules.pairedResults()) {
            return;
        }
        List<PlacedMessage> out = new ArrayList<>(draft.messages.size());
        List<PlacedMessage> messages = draft.messages;
        int i = 0;
        while (i < messages.size()) {
            PlacedMessage message = messages.get(i);
            if (message.role() != Role.ASSISTANT) {
                out.add(message.role() == Role.TOOL ? orphan(draft, message) : message);
                i++;
                continue;
            }
            Map<String, PlacedPart> calls = new LinkedHashMap<>();
            while (i < messages.size() && messages.get(i).role() == Role.ASSISTANT) {
                for (PlacedPart placed : messages.get(i).parts()) {
                    if (placed.part() instanceof ToolCall call) {
                        calls.put(call.id(), placed);
                    }
                }
                out.add(messages.get(i++));
            }
            int end = i;
            while (end < messages.size() && messages.get(end).role() != Role.ASSISTANT) {
                end++;
            }
            answer(draft, calls, messages.subList(i, end), out);
            i = end;
        }
        draft.messages = out;
    }

    /** Appends what stands between two turns of the model: results of its calls first, then all the rest. */
    private static void answer(
            Draft draft, Map<String, PlacedPart> calls, List<PlacedMessage> between, List<PlacedMessage> out) {
        Map<String, PlacedMessage> results = new LinkedHashMap<>();
        List<PlacedMessage> rest = new ArrayList<>();
        for (PlacedMessage message : between) {
            if (message.role() != Role.TOOL) {
                rest.add(message);
                continue;
            }
            String id = ((ToolResult) message.parts().get(0).part()).callId();
            if (!calls.containsKey(id)) {
                rest.add(orphan(draft, message));
                continue;
            }
            if (!rest.isEmpty()) {
                draft.note(LossKind.MOVED, message.path(), "results stand directly behind their calls");
            }
            PlacedMessage earlier = results.put(id, message);
            if (earlier != null) {
                draft.losses.dropped(earlier.path(), "a call has one result; the last one counts");
            }
        }
        List<String> given = new ArrayList<>(results.keySet());
        List<String> called = new ArrayList<>(calls.keySet());
        called.retainAll(results.keySet());
        calls.forEach((id, call) -> {
            PlacedMessage result = results.get(id);
            if (result == null) {
                draft.emulated(call.path(), "the call has no result; one that says so was added");
                out.add(missing(id, call.path()));
                return;
            }
            if (given.indexOf(id) != called.indexOf(id)) {
                draft.note(LossKind.MOVED, result.path(), "results stand in the order of their calls");
            }
            out.add(result);
        });
        out.addAll(rest);
    }

    private static PlacedMessage missing(String id, String path) {
        ToolResult none = new ToolResult(id, null, List.of(Text.of("No result.")), Boolean.TRUE, null, Extensions.NONE);
        return new PlacedMessage(Role.TOOL, List.of(new PlacedPart(none, path)), null, Extensions.NONE, path);
    }

    private static PlacedMessage orphan(Draft draft, PlacedMessage message) {
        PlacedPart placed = message.parts().get(0);
        ToolResult result = (ToolResult) placed.part();
        draft.emulated(message.path(), "a result without a call is told as a text of the user");
        List<PlacedPart> parts = new ArrayList<>(result.content().size() + 1);
        parts.add(new PlacedPart(Text.of("Result of tool call " + result.callId() + ":"), placed.path()));
        for (int i = 0; i < result.content().size(); i++) {
            parts.add(new PlacedPart(result.content().get(i), placed.path() + ".content[" + i + "]"));
        }
        return new PlacedMessage(Role.USER, parts, null, message.extensions(), message.path());
    }
}
