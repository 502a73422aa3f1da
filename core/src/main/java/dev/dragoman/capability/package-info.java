// SPDX-License-Identifier: Apache-2.0
/** What models can do, as data matched by the name of the model. */
@NullMarked
package dev.dragoman.capability;

import org.jspecify.annotations.NullMarked;
