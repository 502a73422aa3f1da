// SPDX-License-Identifier: Apache-2.0

/** The interfaces a wire format implements: requests, responses, streams and errors, in both roles (we call the vendor; we serve the vendor's SDK). */
@NullMarked
package dev.dragoman.dialect;

import org.jspecify.annotations.NullMarked;
