// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.MemberScan;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema of a tool's arguments, for vendors that demand one of type {@code object} without alternatives at its top. */
public final class ArgumentsSchema {
    private static final Set<String> NOT_AT_TOP = Set.of("oneOf", "anyOf", "allOf");
    private static final RawJson NO_ARGUMENTS = RawJson.parse("{\"type\":\"object\",\"properties\":{}}");

    private static final CompiledSchemas FITTED = new CompiledSchemas();

    private ArgumentsSchema() {}

    /**
     * The schema as such a vendor takes it: a missing one and a missing type are added, what may not stand at the top is told in
     * the description.
     *
     * @param path canonical path of the schema, for losses
     */
    public static RawJson fit(@Nullable RawJson schema, String path, Losses losses) {
        if (schema == null || !schema.isObject()) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path, "a tool needs a schema");
            return NO_ARGUMENTS;
        }
        RawJson fitted =
                FITTED.get(new CompiledSchemas.Key(schema, null, path), losses, found -> fitAnew(schema, path, found));
        return fitted == null ? schema : fitted;
    }

    private static RawJson fitAnew(RawJson schema, String path, Losses losses) {
        boolean typed = false;
        boolean combined = false;
        MemberScan members = new MemberScan(schema);
        while (members.next()) {
            typed |= members.name().equals("type");
            combined |= NOT_AT_TOP.contains(members.name());
        }
        if (!typed) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".type", "arguments are an object");
        }
        return typed && !combined ? schema : repaired(schema, typed ? null : "object", path, losses);
    }

    private static RawJson repaired(RawJson schema, @Nullable String type, String path, Losses losses) {
        WireBuffer out = new WireBuffer(256);
        StringBuilder told = new StringBuilder();
        String description = null;
        try (JsonReader in = schema.reader();
                JsonWriter fixed = new JsonWriter(out)) {
            fixed.beginObject().field("type", type);
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (NOT_AT_TOP.contains(name)) {
                    losses.approximated(path + "." + name, "no '" + name + "' at the top; the description tells it");
                    told.append(' ').append(name).append(": ").append(in.raw());
                } else if (name.equals("description") && in.isString()) {
                    description = in.string();
                } else {
                    fixed.field(name, in.raw());
                }
            }
            if (description != null || !told.isEmpty()) {
                fixed.field("description", (description == null ? "" : description) + told);
            }
            fixed.endObject();
        }
        return RawJson.written(out);
    }
}
