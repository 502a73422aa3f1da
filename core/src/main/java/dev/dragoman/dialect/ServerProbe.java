// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

/** What clients of a dialect ask a server before they trust it with a request. Stateless. */
public interface ServerProbe {
    /** What the server's root says, as plain text. */
    String greeting();

    /** The version of the API, JSON in UTF-8. */
    byte[] version();

    /**
     * The model that a question for one model names in its body.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code INVALID_REQUEST} that names the path of the value at fault
     */
    String decodeModelQuestion(byte[] body);
}
