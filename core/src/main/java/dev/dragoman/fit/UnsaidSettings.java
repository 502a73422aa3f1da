// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import java.util.List;

/** The settings that a dialect has no field for, as data. Immutable. */
public final class UnsaidSettings {
    private final List<Setting> settings;

    private UnsaidSettings(List<Setting> settings) {
        this.settings = settings;
    }

    /** The settings without a field. */
    public static UnsaidSettings of(Setting... settings) {
        return new UnsaidSettings(List.of(settings));
    }

    /** Reports those that a request has. */
    public void report(ChatRequest request, Losses losses) {
        for (Setting setting : settings) {
            setting.drop(request, losses);
        }
    }
}
