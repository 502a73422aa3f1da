// SPDX-License-Identifier: Apache-2.0
/** JSON schemas compiled down to what a vendor takes of them. */
@NullMarked
package dev.dragoman.schema;

import org.jspecify.annotations.NullMarked;
