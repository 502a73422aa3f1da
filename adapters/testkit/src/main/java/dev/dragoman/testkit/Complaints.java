// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one test shows several faults at once. */
final class Complaints {
    private static final int SHOWN = 4;

    private final List<String> complaints = new ArrayList<>();
    private int count;

    /** Adds a fault. */
    void add(String complaint) {
        count++;
        if (complaints.size() < SHOWN) {
            complaints.add(complaint);
        }
    }

    /** Runs a check; what it throws becomes a fault. */
    void check(Object subject, Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            add(subject + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            StringBuilder where = new StringBuilder();
            for (int i = 0; i < Math.min(6, trace.length); i++) {
                where.append("\n    at ").append(trace[i]);
            }
            add(subject + ": " + e + where);
        }
    }

    /** @throws AssertionError if there was a fault */
    void raise() {
        if (count > 0) {
            String more = count > complaints.size() ? "\n… and " + (count - complaints.size()) + " more" : "";
            throw new AssertionError(
                    count + (count == 1 ? " fault" : " faults") + "\n" + String.join("\n", complaints) + more);
        }
    }
}
