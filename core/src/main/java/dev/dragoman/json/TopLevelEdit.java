// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Changes members of a JSON object and leaves every other byte as it was. This is how a body passes through to a vendor of the
 * client's own dialect: unknown fields, number formats and order survive because they are never looked at.
 */
public final class TopLevelEdit {
    private TopLevelEdit() {}

    /**
     * The object with these members set: replaced in place where they stand, appended where they are missing.
     *
     * @param body a JSON object that was read before
     * @param members names and new values
     * @throws dev.dragoman.model.error.ChatException if the body is not one JSON object; faults inside of values are not looked for
     */
    public static byte[] set(byte[] body, Map<String, RawJson> members) {
        Map<String, RawJson> missing = new LinkedHashMap<>(members);
        WireBuffer out = new WireBuffer(body.length + 64);
        int copied = 0;
        boolean empty = true;
        MemberScan scan = new MemberScan(body);
        while (scan.next()) {
            empty = false;
            RawJson replacement = members.get(scan.name());
            if (replacement != null) {
                missing.remove(scan.name());
                out.write(body, copied, scan.start() - copied);
                out.write(replacement.bytes());
                copied = scan.end();
            }
        }
        int lastBrace = scan.end();
        out.write(body, copied, lastBrace - copied);
        for (Map.Entry<String, RawJson> member : missing.entrySet()) {
            if (!empty) {
                out.write(',');
            }
            empty = false;
            out.write(RawJson.string(member.getKey()).bytes());
            out.write(':');
            out.write(member.getValue().bytes());
        }
        out.write(body, lastBrace, body.length - lastBrace);
        return out.toBytes();
    }

    /**
     * The object with these members only, each as it was.
     *
     * @param body a JSON object
     * @throws dev.dragoman.model.error.ChatException if the body is not one well-formed JSON object
     */
    public static byte[] keep(byte[] body, Set<String> members) {
        WireBuffer out = new WireBuffer(body.length);
        try (JsonReader in = JsonReader.request(body);
                JsonWriter json = new JsonWriter(out)) {
            in.beginObject();
            json.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (members.contains(name)) {
                    json.field(name, in.raw());
                } else {
                    in.skip();
                }
            }
            in.end();
            json.endObject();
        }
        return out.toBytes();
    }
}
