// SPDX-License-Identifier: Apache-2.0

/**
 * Which sources of pictures, sound, films and files a target takes, and what of a request would have to be fetched for one that
 * takes no addresses. Nothing here reaches the network.
 */
@NullMarked
package dev.dragoman.media;

import org.jspecify.annotations.NullMarked;
