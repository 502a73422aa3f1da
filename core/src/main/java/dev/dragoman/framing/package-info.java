// SPDX-License-Identifier: Apache-2.0

/** Cutting a byte stream into frames (server-sent events, lines of JSON) and writing such frames. Incremental: bytes may arrive cut anywhere. */
@NullMarked
package dev.dragoman.framing;

import org.jspecify.annotations.NullMarked;
