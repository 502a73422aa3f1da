// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the text of a file of keys. */
final class KeysFile {
    private KeysFile() {}

    /** @throws IllegalArgumentException if a line is wrong; the message names the line and repeats nothing of it */
    static List<KnownKey> parse(String text) {
        List<KnownKey> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            try {
                KnownKey key = key(stripped);
                if (!names.add(key.key().name())) {
                    throw new IllegalArgumentException("has a name that another line has");
                }
                keys.add(key);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + " " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private static KnownKey key(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("must be <name>: sha256:<hex>");
        }
        String[] words = line.substring(colon + 1).strip().split("\\s+", -1);
        KeyHash hash;
        try {
            hash = KeyHash.parse(words[0]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be <name>: sha256:<hex>, and the key's hash " + e.getMessage(), e);
        }
        KeyBuilder key = new KeyBuilder(line.substring(0, colon).strip());
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            key.set(equals < 0 ? "" : words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new KnownKey(hash, key.build());
    }
}
