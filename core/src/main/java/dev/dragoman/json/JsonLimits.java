// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** Bounds on the JSON that Dragoman reads, and the one factory that enforces them. */
public final class JsonLimits {
    /** Deepest nesting of objects and arrays that is read. Real tool schemas stay below 30. */
    public static final int MAX_DEPTH = 200;
    /** Longest string value in characters: a base64 file. The body limit of the gateway usually bites first. */
    public static final int MAX_STRING = 256 * 1024 * 1024;
    /** Longest field name in characters. */
    public static final int MAX_NAME = 10_000;
    /** Longest number in characters. */
    public static final int MAX_NUMBER = 1_000;

    static final Utf8Parser.Factory FACTORY = new Utf8Parser.Factory(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            // Source locations may show prompt text in messages.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            // Field names come from clients: interning them would let a client fill the JVM's string table.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES));

    private JsonLimits() {}
}
