// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

/**
 * A key as the door keeps it.
 *
 * @param hash what it is known by
 * @param key what comes with it
 */
record KnownKey(KeyHash hash, InboundKey key) {}
