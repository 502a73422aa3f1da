// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.ReplyPlan;
import dev.dragoman.prepare.RequestPreparer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request after its repairs, which remembers where its messages, parts and tools stood in the source.
 *
 * @param request as the vendor takes it
 * @param plan what must be undone on the reply
 * @param isChanged whether there was anything to repair
 * @param placed the messages with their places, one to one with those of {@code request}
 * @param tools the tools with their places
 */
record RepairedRequest(
        ChatRequest request, ReplyPlan plan, boolean isChanged, List<PlacedMessage> placed, List<PlacedTool> tools) {
    private static final String MESSAGES = "messages[";
    private static final String TOOLS = "tools[";

    static RepairedRequest untouched(ChatRequest request) {
        return new RepairedRequest(request, ReplyPlan.NONE, false, List.of(), List.of());
    }

    static RepairedRequest of(ChatRequest source, ProfileRules rules, @Nullable String vendor, Losses losses) {
        if (rules.repairs() == null || (rules.repairs().takesAnything() && !thinks(source))) {
            return untouched(source);
        }
        PreparedRequest prepared =
                RequestPreparer.prepare(source, rules.repairs().rules(), new ProfilePartFitter(rules, vendor), losses);
        List<PlacedMessage> placed = new ArrayList<>();
        prepared.messages().forEach(message -> place(message, placed));
        int joined = rules.reasoning() != null && rules.reasoning().replay() == ReasoningRules.Replay.TEXT
                ? joined(placed, losses)
                : 0;
        List<Message> messages = new ArrayList<>();
        for (PlacedMessage message : placed) {
            List<Part> parts = message.parts().stream().map(PlacedPart::part).toList();
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        List<Tool> tools = prepared.tools().stream().map(PlacedTool::tool).toList();
        ChatRequest request = source.toBuilder()
                .messages(messages)
                .tools(tools)
                .toolChoice(prepared.toolChoice())
                .outputFormat(prepared.outputFormat())
                .build();
        boolean changed = joined > 0 || !prepared.passes().isEmpty();
        return new RepairedRequest(request, prepared.plan(), changed, placed, prepared.tools());
    }

    /** Whether there is reasoning, or a signature, of earlier turns. */
    private static boolean thinks(ChatRequest request) {
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Reasoning || (part instanceof Text text && text.signature() != null)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Reports messages whose reasoning becomes one text. */
    private static int joined(List<PlacedMessage> placed, Losses losses) {
        int joined = 0;
        for (PlacedMessage message : placed) {
            long thoughts = message.parts().stream()
                    .filter(part -> part.part() instanceof Reasoning)
                    .count();
            if (thoughts > 1) {
                joined++;
                losses.add(
                        LossKind.MOVED,
                        Severity.NOTE,
                        message.path() + ".parts",
                        "the reasoning of a message is one text there");
            }
        }
        return joined;
    }

    /** A turn that holds results of tools is one message for each result, and one for the rest. */
    private static void place(PlacedMessage message, List<PlacedMessage> out) {
        if (message.role() == Role.TOOL || !message.holds(ToolResult.class)) {
            out.add(message);
            return;
        }
        List<PlacedPart> rest = new ArrayList<>();
        boolean first = true;
        for (PlacedPart part : message.parts()) {
            if (part.part() instanceof ToolResult) {
                // Name and extensions are those of the turn's first message.
                int parts = part.path().indexOf(".parts[");
                String path = parts < 0 ? part.path() : part.path().substring(0, parts);
                Extensions extensions = first ? message.extensions() : Extensions.NONE;
                out.add(new PlacedMessage(Role.TOOL, List.of(part), first ? message.name() : null, extensions, path));
                first = false;
            } else {
                rest.add(part);
            }
        }
        if (!rest.isEmpty()) {
            out.add(new PlacedMessage(message.role(), rest, null, Extensions.NONE, message.path()));
        }
    }

    /** A loss of the repaired request, under the path that its value had in the source. */
    Loss located(Loss loss) {
        return placed.isEmpty() ? loss : loss.withPath(source(loss.path()));
    }

    /** The path in the source. */
    String source(String path) {
        if (placed.isEmpty()) {
            return path;
        }
        boolean message = path.startsWith(MESSAGES);
        if (!message && !path.startsWith(TOOLS)) {
            return path;
        }
        int index = PathNames.index(path, path.indexOf('[') + 1);
        String rest = path.substring(path.indexOf(']') + 1);
        if (!message) {
            return index < 0 || index >= tools.size() ? path : tools.get(index).path() + rest;
        }
        if (index < 0 || index >= placed.size()) {
            return "messages";
        }
        PlacedMessage owner = placed.get(index);
        if (!rest.startsWith(".parts[")) {
            return owner.path() + rest;
        }
        int part = PathNames.index(rest, ".parts[".length());
        return part < 0 || part >= owner.parts().size()
                ? owner.path()
                : owner.parts().get(part).path() + rest.substring(rest.indexOf(']') + 1);
    }
}
