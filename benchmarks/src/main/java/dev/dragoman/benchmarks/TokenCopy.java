// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;

/** The floor: reads each token and writes it again. */
final class TokenCopy {
    private static final JsonFactory FACTORY = new JsonFactory();

    private TokenCopy() {}

    static byte[] copy(byte[] json) throws IOException {
        ByteArrayBuilder out = new ByteArrayBuilder(json.length + 64);
        try (JsonParser in = FACTORY.createParser(json);
                JsonGenerator generator = FACTORY.createGenerator(out)) {
            while (in.nextToken() != null) {
                generator.copyCurrentEvent(in);
            }
        }
        return out.toByteArray();
    }
}
