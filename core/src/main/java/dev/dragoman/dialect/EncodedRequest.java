// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.prepare.ReplyPlan;
import java.util.Map;
import java.util.Objects;

/**
 * A request ready to be sent to a vendor.
 *
 * @param path path and query to append to the provider's base URL, beginning with a slash, percent-encoded
 * @param headers headers that the dialect demands, besides credentials and {@code Content-Type}
 * @param body the JSON body in UTF-8; not copied, do not change it
 * @param plan what was disguised and must be undone on the reply: hand it to {@link ReplySource}
 */
public record EncodedRequest(String path, Map<String, String> headers, byte[] body, ReplyPlan plan) {
    /**
     * @throws IllegalArgumentException if the path does not begin with a slash or is not percent-encoded
     * @throws dev.dragoman.model.error.ChatException of kind {@code INVALID_REQUEST} if the name of a model would lead the request
     *     to another path of the vendor
     */
    public EncodedRequest {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(plan, "plan");
        headers = Map.copyOf(headers);
        RequestTarget.check(path);
    }

    /** A request in which nothing is disguised. */
    public EncodedRequest(String path, Map<String, String> headers, byte[] body) {
        this(path, headers, body, ReplyPlan.NONE);
    }

    /** A size only: prompts stay out of logs. */
    @Override
    public String toString() {
        return "EncodedRequest[" + path + ", " + body.length + " bytes]";
    }
}
