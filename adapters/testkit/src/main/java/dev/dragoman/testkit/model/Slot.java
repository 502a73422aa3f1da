// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the model that takes a value.
 *
 * @param owner the record that has it
 * @param name its component's name
 * @param type its type with annotations
 * @param trail the records around it, outermost first, {@code owner} last
 */
record Slot(Class<?> owner, String name, AnnotatedType type, List<Class<?>> trail) {
    /** The slot of a component of a record that stands in this trail. */
    static Slot of(RecordComponent component, List<Class<?>> outer) {
        Class<?> owner = component.getDeclaringRecord();
        List<Class<?>> trail = new ArrayList<>(outer);
        trail.add(owner);
        return new Slot(owner, component.getName(), component.getAnnotatedType(), List.copyOf(trail));
    }

    /** Whether it may stay empty. */
    boolean nullable() {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Its type without parameters. */
    Class<?> raw() {
        if (type.getType() instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return (Class<?>) type.getType();
    }

    /** Whether it holds a list. */
    boolean isList() {
        return List.class.isAssignableFrom(raw());
    }

    /** The slot of an element of this list, or of a value of this map. */
    Slot element() {
        AnnotatedType[] arguments = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
        return new Slot(owner, name, arguments[arguments.length - 1], trail);
    }

    /** How tables name it: {@code Owner.component}. */
    String key() {
        return owner.getSimpleName() + "." + name;
    }

    /** Whether it holds a kind of record that stands around it twice already: once inside of itself is deep enough. */
    boolean repeats() {
        Class<?> content = isList() ? element().raw() : raw();
        return trail.stream().filter(content::equals).count() > 1;
    }
}
