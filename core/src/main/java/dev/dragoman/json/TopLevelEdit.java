// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes members of a JSON object and leaves every other byte as it was. This is how a body passes through to a vendor of the
 * client's own dialect: unknown fields, number formats and order survive because they are never looked at.
 */
public final class TopLevelEdit {
    private TopLevelEdit() {}

    /**
     * The object with these members set: replaced in place where they stand, appended where they are missing.
     *
     * @param body a JSON object
     * @param members names and new values
     * @throws dev.dragoman.model.error.ChatException if the body is not one well-formed JSON object
     */
    public static byte[] set(byte[] body, Map<String, RawJson> members) {
        Map<String, RawJson> missing = new LinkedHashMap<>(members);
        WireBuffer out = new WireBuffer(body.length + 64);
        int copied = 0;
        int lastBrace;
        boolean empty = true;
        try (JsonReader in = JsonReader.request(body)) {
            in.beginObject();
            while (in.nextField()) {
                empty = false;
                RawJson replacement = members.get(in.name());
                if (replacement == null) {
                    in.skip();
                    continue;
                }
                missing.remove(in.name());
                int start = in.offsetOfToken();
                in.skip();
                out.write(body, copied, start - copied);
                out.write(replacement.bytes());
                copied = in.offsetAfterToken();
            }
            lastBrace = in.offsetAfterToken() - 1;
            in.end();
        }
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
}
