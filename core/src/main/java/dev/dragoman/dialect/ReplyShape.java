// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

/**
 * How a client wants its reply to look, as far as that does not concern the model: whether a stream should end with the token
 * counts, whether the deprecated spelling of tool calls is used. Opaque to all but the dialect that decoded the request.
 */
public interface ReplyShape {
    /** The dialect's usual reply. */
    ReplyShape DEFAULT = new ReplyShape() {
        @Override
        public String toString() {
            return "ReplyShape.DEFAULT";
        }
    };
}
