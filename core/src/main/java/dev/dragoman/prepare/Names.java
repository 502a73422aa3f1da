// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Makes ids and names that a grammar takes. Equal inputs give equal outputs, in every process. */
final class Names {
    private static final String PREFIX = "dgm_";
    private static final int HASH_DIGITS = 40;

    private Names() {}

    /** An id that the grammar takes: the id itself, else all of it in base64url behind a prefix, else a hash of it. */
    static String id(String id, NameGrammar grammar) {
        if (grammar.accepts(id)) {
            return id;
        }
        boolean wordy = grammar.allows('_') && grammar.allows('-');
        if (wordy && grammar.minLength() < grammar.maxLength()) {
            String whole = PREFIX
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
            if (whole.length() <= Math.min(grammar.maxLength(), 64)) {
                return whole;
            }
        }
        String prefix = grammar.allows('_') && grammar.minLength() < grammar.maxLength() ? PREFIX : "";
        return fitted(prefix + hash(id), grammar);
    }

    /** A name that the grammar takes and that still reads like the name. */
    static String name(String name, NameGrammar grammar) {
        if (grammar.accepts(name)) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        char filler = grammar.allows('_') ? '_' : 'x';
        for (int i = 0; i < name.length(); i++) {
            text.append(grammar.allows(name.charAt(i)) ? name.charAt(i) : filler);
        }
        if (text.length() > grammar.maxLength()) {
            return shortened(text.toString(), name, grammar);
        }
        String made = text.isEmpty() ? "tool" : text.toString();
        return grammar.accepts(made) ? made : shortened("t" + filler + made, name, grammar);
    }

    /** A name with a mark that tells it from another one. */
    static String distinct(String wire, String name, NameGrammar grammar) {
        return shortened(wire, name, grammar);
    }

    private static String shortened(String wire, String name, NameGrammar grammar) {
        String mark = (grammar.allows('_') ? "_" : "") + hash(name).substring(0, 8);
        int room = Math.max(0, Math.min(wire.length(), grammar.maxLength() - mark.length()));
        return wire.substring(0, room) + mark;
    }

    private static String fitted(String text, NameGrammar grammar) {
        if (text.length() > grammar.maxLength()) {
            return text.substring(0, grammar.maxLength());
        }
        return text.length() >= grammar.minLength() ? text : text + "0".repeat(grammar.minLength() - text.length());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            return hex.substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
