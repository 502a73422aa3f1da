// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** How much of another process' heap is in use once its garbage is collected. Asks the JDK's {@code jcmd}. */
final class LiveHeap {
    private LiveHeap() {}

    /**
     * Bytes of all objects that can be reached; has a full collection made first.
     *
     * @throws IOException if the process does not answer
     */
    static long bytes(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last = "";
        try (Scanner lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                last = line.isBlank() ? last : line;
            }
        }
        process.waitFor();
        String[] total = last.strip().split("\\s+", -1); // Total <objects> <bytes>
        if (total.length != 3 || !total[0].equals("Total")) {
            throw new IOException("jcmd said: " + last);
        }
        return Long.parseLong(total[2]);
    }
}
