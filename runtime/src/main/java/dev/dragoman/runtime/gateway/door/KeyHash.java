// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a key, which is all that is kept of it. */
final class KeyHash {
    private static final String PREFIX = "sha256:";
    private static final int DIGITS = 64;

    private final byte[] bytes;

    private KeyHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static KeyHash of(String key) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether this is written as a hash. */
    static boolean isWritten(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Reads {@code sha256:<hex>}.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    static KeyHash parse(String text) {
        if (isWritten(text) && text.length() == PREFIX.length() + DIGITS) {
            try {
                return new KeyHash(HexFormat.of().parseHex(text, PREFIX.length(), text.length()));
            } catch (IllegalArgumentException e) {
                // told below, without what was written
            }
        }
        throw new IllegalArgumentException("must be sha256: and 64 hexadecimal digits");
    }

    /** Compares in constant time. */
    boolean matches(KeyHash other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    /** Not even the hash: a weak key can be guessed from it. */
    @Override
    public String toString() {
        return "KeyHash";
    }
}
