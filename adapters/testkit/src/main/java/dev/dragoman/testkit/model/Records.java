// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes and reads records by reflection. */
public final class Records {
    /** Asking the JVM for them each time is slow. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            Class<?>[] parameters =
                    components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(parameters);
            } catch (NoSuchMethodException e) {
                throw new LinkageError("a record without its constructor: " + type, e);
            }
        }
    };

    private static final ClassValue<Set<String>> NULLABLE = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return components(type).stream()
                    .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());
        }
    };

    private Records() {}

    /** The components of a record type, in their order. */
    public static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    /** Whether a component may be {@code null}. */
    public static boolean isNullable(RecordComponent component) {
        return NULLABLE.get(component.getDeclaringRecord()).contains(component.getName());
    }

    /** The value of a component. */
    public static @Nullable Object get(RecordComponent component, Object instance) {
        try {
            return component.getAccessor().invoke(instance);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }

    /** The values of all components, in their order. */
    public static List<@Nullable Object> values(Object instance) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : components(instance.getClass())) {
            values.add(get(component, instance));
        }
        return values;
    }

    /**
     * A new instance.
     *
     * @throws IllegalArgumentException if the record refuses these values
     */
    public static Object create(Class<?> type, List<@Nullable Object> values) {
        try {
            return CONSTRUCTORS.get(type).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LinkageError("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make " + type, e);
        }
    }

    /** The same record with another value of one component. */
    public static <T> T with(T instance, String component, @Nullable Object value) {
        List<@Nullable Object> values = values(instance);
        values.set(index(instance.getClass(), component), value);
        @SuppressWarnings("unchecked")
        T changed = (T) create(instance.getClass(), values);
        return changed;
    }

    /** The place of a component in its record. */
    public static int index(Class<?> type, String component) {
        List<RecordComponent> components = components(type);
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getName().equals(component)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no component '" + component + "'");
    }
}
