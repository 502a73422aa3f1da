// SPDX-License-Identifier: Apache-2.0

/** What an application injects: one client for every vendor. */
@NullMarked
package dev.dragoman;

import org.jspecify.annotations.NullMarked;
