// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Takes the keys of the file in when it changes. It is read as a whole each time, since the time of a change is no sure sign of
 * one, and never on an event loop. A file that is wrong or gone changes nothing: neither is a reason to open or to lock the door.
 */
final class KeysFileWatch {
    private static final Logger LOG = Logger.getLogger(KeysFileWatch.class);
    private static final long LARGEST = 16L * 1024 * 1024;

    private final Path file;
    private final InboundKeys keys;
    private String text = "";
    private String complaint = "";

    KeysFileWatch(Path file, InboundKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it cannot be read or is wrong
     */
    synchronized void load() {
        String found;
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("is larger than " + LARGEST + " bytes");
            }
            found = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("names a file that cannot be read as UTF-8 text", e);
        }
        if (!found.equals(text)) {
            keys.replaceFile(KeysFile.parse(found));
            text = found;
        }
    }

    /** Reads the file again. May block. */
    synchronized void check() {
        try {
            load();
            complaint = "";
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(complaint)) {
                complaint = problem;
                LOG.warnf("The keys stay as they were: quarkus.dragoman.gateway.keys-file %s", problem);
            }
        }
    }

    @Override
    public String toString() {
        return "KeysFileWatch[" + file + "]";
    }
}
