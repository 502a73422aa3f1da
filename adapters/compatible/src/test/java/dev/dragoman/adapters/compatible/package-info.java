// SPDX-License-Identifier: Apache-2.0
/** Profiles, tried as the dialects that they are. */
@NullMarked
package dev.dragoman.adapters.compatible;

import org.jspecify.annotations.NullMarked;
