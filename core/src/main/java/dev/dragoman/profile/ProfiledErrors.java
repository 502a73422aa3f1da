// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors of a profile's own shape; bodies that don't have it are read as the dialect reads them. */
final class ProfiledErrors implements ErrorCodec {
    /** What some vendors write into the place of a code when all is well. */
    private static final String NO_ERROR = "0";

    private final ErrorCodec base;
    private final ErrorRules rules;
    private final JsonTemplate template;
    private final Map<String, ErrorKind> kinds = new HashMap<>();

    ProfiledErrors(ErrorCodec base, ErrorRules rules) {
        this.base = base;
        this.rules = rules;
        this.template = new JsonTemplate(rules.body());
        rules.codes().forEach((kind, codes) -> codes.forEach(code -> kinds.putIfAbsent(code, kind)));
    }

    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        ChatError plain = base.decode(status, headers, body);
        RawJson raw = plain.raw();
        ChatError own = raw == null ? null : read(raw, plain.status(), plain.kind());
        if (own == null) {
            return plain;
        }
        ChatError known = own.withRetryAfter(plain.retryAfter()).withRequestId(plain.requestId());
        return known.param() == null ? known.withParam(plain.param()) : known;
    }

    /** The error that an answer or a frame of a stream tells instead of what was asked for; {@code null} if it tells none. */
    @Nullable ChatError inReply(RawJson body) {
        ChatError error = body.isObject() ? read(body, null, ErrorKind.INTERNAL) : null;
        if (error == null || error.code() == null || error.code().equals(NO_ERROR)) {
            return null;
        }
        // Codes that the profile does not know may tell the dialect something.
        boolean known = kinds.containsKey(error.code()) || !ObjectDraft.of(body).has("error");
        return known ? error : null;
    }

    /** Names by which a body is suspected to tell an error. */
    Iterable<String> roots() {
        return template.roots();
    }

    private @Nullable ChatError read(RawJson raw, @Nullable Integer status, ErrorKind byStatus) {
        Map<String, String> values = template.read(raw);
        String message = values.get("message");
        String code = values.get("code");
        if (message == null && code == null) {
            return null;
        }
        ErrorKind kind = code == null ? byStatus : kinds.getOrDefault(code, byStatus);
        return new ChatError(
                kind,
                status == null ? kind.status() : status,
                message == null ? "The vendor reported " + code : message,
                code,
                values.get("param"),
                null,
                null,
                raw);
    }

    @Override
    public EncodedError encode(ChatError error) {
        EncodedError plain = base.encode(error);
        if (rules.readOnly()) {
            return plain;
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            write(error, json);
        }
        return new EncodedError(plain.status(), plain.headers(), out.toBytes());
    }

    /** Whether clients get errors in this shape. */
    boolean isServed() {
        return !rules.readOnly();
    }

    void write(ChatError error, JsonWriter json) {
        Map<String, String> values = new HashMap<>();
        values.put("message", error.message());
        values.put("status", Integer.toString(error.status()));
        List<String> codes = rules.codes().getOrDefault(error.kind(), List.of());
        String code = codes.isEmpty() ? error.code() : codes.get(0);
        if (code != null) {
            values.put("code", code);
        }
        if (error.param() != null) {
            values.put("param", error.param());
        }
        template.write(values, json);
    }
}
