// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.ChatRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a request stand in a body of a profile, and back. Immutable. */
final class ProfiledPaths implements RequestPaths {
    private final RequestPaths base;
    /** The dialect's names of fields at the top to the profile's. */
    private final Map<String, String> renamed = new HashMap<>();

    private final Map<String, FieldPath> reasoningPlaces = new LinkedHashMap<>();

    ProfiledPaths(RequestPaths base, ProfileRules rules) {
        this.base = base;
        for (FieldRule rule : rules.fields()) {
            if (rule.action() instanceof MoveField move && rule.path().isTop()) {
                renamed.putIfAbsent(rule.path().name(), move.target().toString());
            }
        }
        ReasoningRules reasoning = rules.reasoning();
        if (reasoning != null) {
            place(
                    "reasoning.effort",
                    reasoning.effort() == null ? null : reasoning.effort().field());
            place(
                    "reasoning.mode",
                    reasoning.mode() == null ? null : reasoning.mode().field());
            place(
                    "reasoning.budgetTokens",
                    reasoning.budget() == null ? null : reasoning.budget().field());
            place(
                    "reasoning.visibility",
                    reasoning.visibility() == null
                            ? null
                            : reasoning.visibility().field());
        }
    }

    private void place(String canonical, @Nullable FieldPath field) {
        if (field != null) {
            reasoningPlaces.put(canonical, field);
        }
    }

    @Override
    public String locate(ChatRequest request, String path) {
        FieldPath place = reasoningPlaces.get(path);
        return place != null ? place.toString() : renamed(base.locate(request, path));
    }

    /** A path of the dialect in the profile's words. */
    private String renamed(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        String name = renamed.get(path.substring(0, end));
        return name == null ? path : name + path.substring(end);
    }

    /** The canonical paths of what stands at a path of the profile. */
    List<String> canonical(RequestFields names, String path, LossKind kind) {
        for (Map.Entry<String, FieldPath> place : reasoningPlaces.entrySet()) {
            if (place.getValue().toString().equals(path)) {
                return List.of(place.getKey());
            }
        }
        return names.at(path, kind == LossKind.DEFAULTED);
    }
}
