// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

/** What a vendor says, in one dialect. */
interface Shape {
    /** Where its requests arrive. */
    String path();

    /** A whole answer. */
    String whole(String text);

    /** What a stream says before its first text. */
    String begin();

    /** A piece of text. */
    String piece(String text);

    /** The proper end of a stream, counts included. */
    String end();

    /** What says that the vendor is still there. */
    String keepAlive();

    /** An error's body. */
    String error(String type, String message);

    /** What a request too long for the model is answered, with status 400. */
    String tooLong();

    /** What a request is answered that a filter refuses, with status 400. */
    String filtered();

    /** Pieces that no reader can read. */
    default String malformed() {
        return piece("x").replace('}', ']');
    }
}
