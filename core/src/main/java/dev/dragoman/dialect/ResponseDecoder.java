// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.response.ChatResponse;

/** Wire to canonical, for whole answers. */
@FunctionalInterface
public interface ResponseDecoder {
    /**
     * Reads what a vendor answered. Lenient: what it does not know is kept as an extension.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code UPSTREAM} if the body is not an answer of this dialect, or
     *     of another kind if it is an error in spite of its status
     */
    ChatResponse decode(byte[] body, ReplySource source);

    /**
     * Whether an answer may go on to clients of the same dialect as it is, the counterpart of {@link StreamDecoder#isRegular()}.
     * Where it may not, because the vendor differs from what the clients of the dialect take, it is decoded and written anew. Reads
     * the body to its end and makes nothing of it: it must cost little more than that. By default an answer is regular that speaks
     * of no error, to a request in which nothing was disguised.
     *
     * @param in stands before the body
     * @throws dev.dragoman.model.error.ChatException of kind {@code UPSTREAM} if the body is not a complete JSON object
     */
    default boolean isRegular(JsonReader in, ReplySource source) {
        boolean regular = source.plan().isEmpty();
        in.beginObject();
        while (in.nextField()) {
            regular &= in.isNull() || !in.name().equals("error");
            in.skip();
        }
        in.end();
        return regular;
    }
}
