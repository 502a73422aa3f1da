// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import org.jspecify.annotations.Nullable;

/**
 * How a spoken answer should sound.
 *
 * @param format encoding of the sound: {@code wav}, {@code aac}, {@code mp3}, {@code flac}, {@code opus}, {@code pcm16};
 *     {@code null} where the vendor chooses
 * @param voice name of a ready-made voice; {@code null} if {@code voiceId} is given or the vendor chooses
 * @param voiceId id of a voice made by the user; {@code null} if none
 */
public record AudioOutput(
        @Nullable String format,
        @Nullable String voice,
        @Nullable String voiceId) {}
