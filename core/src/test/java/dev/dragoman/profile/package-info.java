// SPDX-License-Identifier: Apache-2.0
/** The rules of profiles, one by one. */
@NullMarked
package dev.dragoman.profile;

import org.jspecify.annotations.NullMarked;
