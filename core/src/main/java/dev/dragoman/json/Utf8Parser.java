// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;

/**
 * Jackson's parser of UTF-8, which can be told where a value ends that somebody else has read. JSON is UTF-8 (RFC 8259, section
 * 8.1): there is no other encoding to detect.
 */
final class Utf8Parser extends UTF8StreamJsonParser {
    private Utf8Parser(
            IOContext context, int features, ByteQuadsCanonicalizer symbols, byte[] json, int start, int length) {
        super(context, features, null, null, symbols, json, start, start + length, 0, false);
    }

    /** Index in the array where the current token begins, which is no name. */
    int tokenStart() {
        return (int) (_tokenInputTotal - 1 - _currInputProcessed);
    }

    /** Index in the array behind what was read so far. */
    int position() {
        return _inputPtr;
    }

    /** The string that is the current token is read to its end. */
    void passString(int end) {
        _tokenIncomplete = false;
        _inputPtr = end;
    }

    /** The object or array that has just begun is read to its end, but for the bracket, which is read now. */
    void passContainer(int end) throws IOException {
        _inputPtr = end - 1;
        nextToken();
    }

    /** Makes such parsers of arrays. */
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1L;

        Factory(JsonFactoryBuilder builder) {
            super(builder);
        }

        Utf8Parser parser(byte[] json, int start, int length) throws IOException {
            return (Utf8Parser) createParser(json, start, length);
        }

        @Override
        protected JsonParser _createParser(byte[] json, int start, int length, IOContext context) {
            return new Utf8Parser(
                    context,
                    _parserFeatures,
                    _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                    json,
                    start,
                    length);
        }
    }
}
