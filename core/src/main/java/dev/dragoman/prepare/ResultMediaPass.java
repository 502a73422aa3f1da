// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.List;

/** Pictures, sound and films in results of tools, where those hold none: they follow in a message of the user. */
final class ResultMediaPass implements Pass {
    @Override
    public void apply(Draft draft) {
        if (draft.rules.mediaInResults()) {
            return;
        }
        List<PlacedMessage> out = new ArrayList<>(draft.messages.size());
        List<PlacedPart> hoisted = new ArrayList<>(0);
        for (PlacedMessage message : draft.messages) {
            if (message.role() != Role.TOOL) {
                flush(hoisted, out);
                out.add(message);
                continue;
            }
            List<PlacedPart> parts = new ArrayList<>(message.parts());
            parts.replaceAll(placed -> placed.part() instanceof ToolResult result
                    ? placed.with(bare(draft, result, placed, hoisted))
                    : placed);
            out.add(message.withParts(parts));
        }
        flush(hoisted, out);
        draft.messages = out;
    }

    private static ToolResult bare(Draft draft, ToolResult result, PlacedPart placed, List<PlacedPart> hoisted) {
        if (result.content().stream().noneMatch(ResultMediaPass::isMedia)) {
            return result;
        }
        List<Part> content = new ArrayList<>(result.content().size());
        for (int i = 0; i < result.content().size(); i++) {
            Part part = result.content().get(i);
            if (!isMedia(part)) {
                content.add(part);
                continue;
            }
            String path = placed.path() + ".content[" + i + "]";
            draft.emulated(path, "results of tools hold no media there; they follow in a message of the user");
            hoisted.add(new PlacedPart(Text.of("Result of tool call " + result.callId() + ":"), path));
            hoisted.add(new PlacedPart(part, path));
        }
        return new ToolResult(
                result.callId(), result.name(), content, result.error(), result.cache(), result.extensions());
    }

    private static boolean isMedia(Part part) {
        return part instanceof Image || part instanceof Audio || part instanceof Video;
    }

    private static void flush(List<PlacedPart> hoisted, List<PlacedMessage> out) {
        if (!hoisted.isEmpty()) {
            String path = hoisted.get(0).path();
            out.add(new PlacedMessage(Role.USER, hoisted, null, Extensions.NONE, path));
            hoisted.clear();
        }
    }
}
