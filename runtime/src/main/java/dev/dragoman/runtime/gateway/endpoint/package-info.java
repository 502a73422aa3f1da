// SPDX-License-Identifier: Apache-2.0

/** What is served at which path, for all dialects, as data. */
@NullMarked
package dev.dragoman.runtime.gateway.endpoint;

import org.jspecify.annotations.NullMarked;
