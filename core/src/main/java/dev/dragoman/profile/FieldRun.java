// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.loss.LossKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One body on its way through the rules of a profile. Not thread-safe. */
final class FieldRun {
    /** Takes what a rule could not keep, under the path of the field in the body. */
    @FunctionalInterface
    interface Report {
        void lost(LossKind kind, String path, String reason);
    }

    private final ObjectDraft body;
    private final String model;
    private final boolean stream;
    private final Report report;
    /** Names that the other side has for fields at the top. */
    private final Map<String, String> foreignNames = new HashMap<>(0);

    FieldRun(ObjectDraft body, String model, boolean stream, Report report) {
        this.body = body;
        this.model = model;
        this.stream = stream;
        this.report = report;
    }

    /** Towards a vendor. */
    void outgoing(List<FieldRule> rules) {
        for (FieldRule rule : rules) {
            if (rule.when().holds(this)) {
                rule.path()
                        .visit(
                                body,
                                (parent, name, path) ->
                                        rule.action().outgoing(new FieldSite(this, rule, parent, name, path)));
            }
        }
    }

    /** From a client: last rules first, so that a field has its own name again before it is looked at. */
    void incoming(List<FieldRule> rules) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            FieldRule rule = rules.get(i);
            if (rule.action() instanceof MoveField || rule.when().holds(this)) {
                rule.path()
                        .visit(
                                body,
                                (parent, name, path) ->
                                        rule.action().incoming(new FieldSite(this, rule, parent, name, path)));
            }
        }
    }

    ObjectDraft body() {
        return body;
    }

    String model() {
        return model;
    }

    boolean stream() {
        return stream;
    }

    void lost(LossKind kind, String path, String reason) {
        report.lost(kind, foreign(path), reason);
    }

    void foreignName(String name, String foreign) {
        foreignNames.put(name, foreign);
    }

    /** The path as the other side would write it. */
    String foreign(String path) {
        if (foreignNames.isEmpty()) {
            return path;
        }
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        String root = path.substring(0, end);
        return foreignNames.getOrDefault(root, root) + path.substring(end);
    }
}
