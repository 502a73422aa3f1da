// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

/** A profile is wrong. The message names file, line and remedy. */
final class ProfileFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ProfileFault(String message) {
        super(message);
    }
}
