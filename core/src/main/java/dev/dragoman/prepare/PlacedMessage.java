// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message, or a turn of several, that remembers where in the source it stood. Unlike a {@link Message}, a user's turn may hold
 * tool results, all before its other parts.
 *
 * @param role who speaks
 * @param parts what is said
 * @param name the speaker's name; {@code null} if none
 * @param extensions fields only one dialect knows
 * @param path canonical path of the message in the source, of the first one for a turn
 */
public record PlacedMessage(
        Role role, List<PlacedPart> parts, @Nullable String name, Extensions extensions, String path) {
    /** Copies the list. */
    public PlacedMessage {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(extensions, "extensions");
        Objects.requireNonNull(path, "path");
        parts = List.copyOf(parts);
    }

    /** @param index where the message stands in the source, counted from 0 */
    static PlacedMessage of(Message message, int index) {
        List<PlacedPart> parts = new ArrayList<>(message.parts().size());
        for (int i = 0; i < message.parts().size(); i++) {
            parts.add(new PlacedPart(message.parts().get(i), MessagePaths.of(index, i)));
        }
        return new PlacedMessage(message.role(), parts, message.name(), message.extensions(), MessagePaths.of(index));
    }

    /** A message that the source did not hold. */
    static PlacedMessage made(Role role, String text, String path) {
        return new PlacedMessage(role, List.of(new PlacedPart(Text.of(text), path)), null, Extensions.NONE, path);
    }

    PlacedMessage withParts(List<PlacedPart> newParts) {
        return new PlacedMessage(role, newParts, name, extensions, path);
    }

    /** The message with what the function makes of each part, {@code null} for nothing; itself if they stay the same. */
    PlacedMessage withEachPart(Function<PlacedPart, @Nullable PlacedPart> change) {
        List<PlacedPart> changed = null;
        for (int i = 0; i < parts.size(); i++) {
            PlacedPart old = parts.get(i);
            PlacedPart placed = change.apply(old);
            if (changed == null && (placed == null || placed.part() != old.part())) {
                changed = new ArrayList<>(parts.subList(0, i));
            }
            if (changed != null && placed != null) {
                changed.add(placed);
            }
        }
        return changed == null ? this : withParts(changed);
    }

    PlacedMessage withRole(Role newRole) {
        return newRole == role ? this : new PlacedMessage(newRole, parts, name, extensions, path);
    }

    PlacedMessage withoutName() {
        return name == null ? this : new PlacedMessage(role, parts, null, extensions, path);
    }

    /** The visible text: its text parts joined without a separator. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (PlacedPart placed : parts) {
            if (placed.part() instanceof Text t) {
                text.append(t.text());
            }
        }
        return text.toString();
    }

    /** Whether one of the parts is of this kind. */
    public boolean holds(Class<? extends Part> kind) {
        for (PlacedPart placed : parts) {
            if (kind.isInstance(placed.part())) {
                return true;
            }
        }
        return false;
    }
}
