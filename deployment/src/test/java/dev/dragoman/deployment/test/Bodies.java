// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

/** Request bodies. */
final class Bodies {
    private Bodies() {}

    static String chat(String model) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    }

    static String stream(String model) {
        return "{\"model\":\"" + model + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    }
}
