// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import dev.dragoman.model.event.ChatEvent;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of events, which are those of the sealed family and of the families inside of it. */
final class ToyEvents {
    static final List<Class<?>> KINDS = kinds(ChatEvent.class).toList();

    private ToyEvents() {}

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(ToyEvents::kinds) : Stream.of(type);
    }
}
