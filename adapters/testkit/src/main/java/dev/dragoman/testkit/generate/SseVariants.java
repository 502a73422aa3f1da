// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same stream of server-sent events, or of lines, in other clothes. */
public final class SseVariants {
    private SseVariants() {}

    /** Other spellings of a stream of server-sent events, by what is special about them. */
    public static Map<String, byte[]> ofEvents(byte[] stream) {
        // One char a byte, so that nothing changes but the line ends.
        String lf = withLineFeeds(stream);
        Map<String, UnaryOperator<String>> variants = new LinkedHashMap<>();
        variants.put("CRLF", text -> text.replace("\n", "\r\n"));
        variants.put("CR", text -> text.replace('\n', '\r'));
        variants.put("comments between events", text -> ": hello\n\n" + text.replace("\n\n", "\n\n: keep-alive\n\n"));
        variants.put("comments inside of events", text -> text.replaceAll("(?m)^data:", ":c\n: c: c\ndata:"));
        variants.put("no blank after the colon", text -> text.replaceAll("(?m)^(data|event): ", "$1:"));
        variants.put("id and retry fields", text -> "retry: 10\n\n" + text.replaceAll("(?m)^data:", "id: 7\ndata:"));
        variants.put("fields that nobody knows", text -> text.replaceAll("(?m)^data:", "x: y\nz\ndata:"));
        variants.put("empty events", text -> "\n\n" + text.replace("\n\n", "\n\n\n\n"));
        variants.put("byte order mark", text -> "\u00ef\u00bb\u00bf" + text);
        variants.put(
                "last event without its blank line",
                text -> text.endsWith("\n\n") ? text.substring(0, text.length() - 1) : text);
        variants.put("last event without its line end", String::stripTrailing);
        variants.put("JSON on several data lines", SseVariants::severalLines);
        Map<String, byte[]> streams = new LinkedHashMap<>();
        variants.forEach((name, change) -> streams.put(name, change.apply(lf).getBytes(StandardCharsets.ISO_8859_1)));
        return streams;
    }

    /** Other spellings of a stream of lines, by what is special about them. */
    public static Map<String, byte[]> ofLines(byte[] stream) {
        String lf = withLineFeeds(stream);
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("CRLF", lf.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        streams.put("blank lines", ("\n" + lf.replace("\n", "\n\n \n")).getBytes(StandardCharsets.ISO_8859_1));
        streams.put("last line without its end", lf.stripTrailing().getBytes(StandardCharsets.ISO_8859_1));
        return streams;
    }

    private static String withLineFeeds(byte[] stream) {
        return new String(stream, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** Breaks each JSON payload after its first brace and at its first comma outside of a string, where white space is free. */
    private static String severalLines(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            out.append(line.startsWith("data: {") ? broken(line) : line).append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    private static String broken(String line) {
        boolean inString = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (c == ',' && !inString) {
                return line.substring(0, 7) + "\ndata:" + line.substring(7, i + 1) + "\ndata: " + line.substring(i + 1);
            }
        }
        return line;
    }
}
