// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is measured. */
final class Revision {
    private Revision() {}

    /** The commit of a working copy, as git tells it; {@code unknown} without git. */
    static String of(Path root) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? told : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
