// SPDX-License-Identifier: Apache-2.0

/** The canonical model seen from outside, by reflection: its fields, a value for each, paths and differences. */
@NullMarked
package dev.dragoman.testkit.model;

import org.jspecify.annotations.NullMarked;
