// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops texts that are empty or blank, where they are refused, but for those that only bring a signature back. Their caching
 * breakpoints go to the piece before them. A message of the model or an instruction that becomes empty vanishes, one of the user
 * gets a text that says so.
 */
final class EmptyTextPass implements Pass {
    static final String NOTHING = "(empty)";

    @Override
    public void apply(Draft draft) {
        if (draft.rules.emptyText()) {
            return;
        }
        List<PlacedMessage> out = new ArrayList<>(draft.messages.size());
        for (PlacedMessage message : draft.messages) {
            if (isSound(message)) {
                out.add(message);
                continue;
            }
            List<PlacedPart> parts = new ArrayList<>(message.parts().size());
            for (PlacedPart placed : message.parts()) {
                if (isBlank(placed.part())) {
                    draft.note(LossKind.DROPPED, placed.path(), "texts must not be empty or blank there");
                    moveHint(draft, placed, parts);
                } else if (placed.part() instanceof ToolResult result) {
                    parts.add(placed.with(withoutBlanks(draft, result, placed)));
                } else {
                    parts.add(placed);
                }
            }
            if (!parts.isEmpty()) {
                out.add(message.withParts(parts));
            } else if (message.role() == Role.USER) {
                draft.emulated(message.path(), "a message must say something there; it says '" + NOTHING + "'");
                out.add(message.withParts(List.of(new PlacedPart(Text.of(NOTHING), message.path()))));
            } else {
                draft.note(LossKind.DROPPED, message.path(), "a message that says nothing is left out");
            }
        }
        draft.messages = out;
    }

    private static boolean isSound(PlacedMessage message) {
        for (PlacedPart placed : message.parts()) {
            if (isBlank(placed.part()) || (placed.part() instanceof ToolResult result && holdsBlank(result))) {
                return false;
            }
        }
        return !message.parts().isEmpty();
    }

    private static boolean holdsBlank(ToolResult result) {
        for (Part part : result.content()) {
            if (isBlank(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(Part part) {
        return part instanceof Text text && text.text().isBlank() && text.signature() == null;
    }

    private static void moveHint(Draft draft, PlacedPart blank, List<PlacedPart> before) {
        CacheHint hint = CacheHints.of(blank.part());
        if (hint == null || before.isEmpty()) {
            return;
        }
        PlacedPart last = before.get(before.size() - 1);
        before.set(before.size() - 1, last.with(CacheHints.with(last.part(), hint)));
        draft.note(LossKind.MOVED, blank.path() + ".cache", "the breakpoint stands at the piece before");
    }

    private static ToolResult withoutBlanks(Draft draft, ToolResult result, PlacedPart placed) {
        if (!holdsBlank(result)) {
            return result;
        }
        List<Part> content = new ArrayList<>(result.content().size());
        int from = 0;
        for (Part part : result.content()) {
            int place = place(part, placed.original(), from);
            if (isBlank(part)) {
                String path = place < 0 ? placed.path() : placed.path() + ".content[" + place + "]";
                draft.note(LossKind.DROPPED, path, "texts must not be empty or blank there");
            } else {
                content.add(part);
            }
            from = Math.max(from, place + 1);
        }
        return new ToolResult(
                result.callId(), result.name(), content, result.error(), result.cache(), result.extensions());
    }

    /** Where a piece stood in the result of the source, from which others may be gone; negative if it was made since. */
    private static int place(Part piece, Part original, int from) {
        if (original instanceof ToolResult result) {
            for (int i = from; i < result.content().size(); i++) {
                if (result.content().get(i) == piece) {
                    return i;
                }
            }
        }
        return -1;
    }
}
