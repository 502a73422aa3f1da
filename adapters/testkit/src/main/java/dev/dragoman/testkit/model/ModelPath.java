// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Canonical paths such as {@code messages[2].parts[0].detail}. */
public final class ModelPath {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]");

    private ModelPath() {}

    /** Whether one of the two is the other or stands inside of it. */
    public static boolean related(String one, String other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    /** Whether {@code inner} is {@code outer} or stands inside of it. */
    public static boolean isWithin(String inner, String outer) {
        if (outer.isEmpty() || inner.equals(outer)) {
            return true;
        }
        if (!inner.startsWith(outer)) {
            return false;
        }
        char next = inner.charAt(outer.length());
        return next == '.' || next == '[';
    }

    /** Whether the path names something of this value. Inside of JSON, maps and extensions every path does. */
    public static boolean exists(Object root, String path) {
        Object value = root;
        Matcher steps = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (value instanceof Extensions || value instanceof java.util.Map || value == null) {
                return true;
            }
            if (!steps.find(at) || steps.start() != at) {
                return false;
            }
            at = steps.end();
            if (steps.group(2) != null) {
                int index = Integer.parseInt(steps.group(2));
                if (!(value instanceof List<?> list) || index >= list.size()) {
                    return isLeaf(value);
                }
                value = list.get(index);
            } else if (value instanceof Record) {
                RecordComponent component = component(value, steps.group(1));
                if (component == null) {
                    return false;
                }
                value = Records.get(component, value);
            } else {
                return isLeaf(value);
            }
        }
        return true;
    }

    private static boolean isLeaf(Object value) {
        return !(value instanceof Record) && !(value instanceof List);
    }

    private static @Nullable RecordComponent component(Object instance, String name) {
        for (RecordComponent component : Records.components(instance.getClass())) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        return null;
    }
}
