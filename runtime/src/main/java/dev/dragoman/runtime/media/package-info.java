// SPDX-License-Identifier: Apache-2.0

/**
 * Fetches media at addresses for vendors that take content only: off unless configured, from public addresses only, within limits,
 * and never on the event loop in a blocking way.
 */
@NullMarked
package dev.dragoman.runtime.media;

import org.jspecify.annotations.NullMarked;
