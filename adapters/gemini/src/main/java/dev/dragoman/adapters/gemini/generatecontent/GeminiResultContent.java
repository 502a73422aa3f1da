// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a tool's result as the wire has it: one text, then media. */
final class GeminiResultContent {
    private final String path;
    private final Losses losses;
    private final List<Part> media = new ArrayList<>(0);
    private @Nullable StringBuilder text;

    /** @param path canonical path of the content */
    GeminiResultContent(String path, Losses losses) {
        this.path = path;
        this.losses = losses;
    }

    /** Adds a part that was fitted. */
    void add(Part part, String place) {
        if (part instanceof Text words) {
            add(words, place);
        } else if (part instanceof Opaque) {
            losses.dropped(place, "results hold text and media only");
        } else {
            media.add(part);
        }
    }

    private void add(Text words, String place) {
        if (text == null) {
            text = new StringBuilder();
        } else {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "texts of a result are one text");
            text.append('\n');
        }
        if (!media.isEmpty()) {
            losses.add(LossKind.MOVED, Severity.NOTE, place, "the text of a result comes first");
        }
        if (!words.extensions().isEmpty()) {
            losses.dropped(place + ".extensions", "the text of a result is nothing but text");
        }
        text.append(words.text());
    }

    List<Part> toList() {
        List<Part> content = new ArrayList<>(media.size() + 1);
        if (text != null) {
            content.add(Text.of(text.toString()));
        }
        content.addAll(media);
        return content;
    }
}
