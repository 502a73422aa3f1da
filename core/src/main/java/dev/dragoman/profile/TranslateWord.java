// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Replaces a word by the vendor's own. Words that are not listed go as they are, or are dropped. */
public final class TranslateWord extends FieldAction {
    private final Map<String, RawJson> words;
    private final boolean closed;
    private final boolean silently;

    /**
     * @param closed whether what is not listed is left out
     * @param silently whether the vendor's words mean the same
     */
    public TranslateWord(Map<String, RawJson> words, boolean closed, boolean silently) {
        this.words = new LinkedHashMap<>(words);
        this.closed = closed;
        this.silently = silently;
    }

    @Override
    void outgoing(FieldSite site) {
        String word = JsonWords.word(site.value());
        RawJson replacement = word == null ? null : words.get(word);
        if (replacement != null) {
            if (!JsonWords.is(replacement, Objects.requireNonNull(word))) {
                site.set(replacement);
                if (!silently) {
                    site.lost(LossKind.APPROXIMATED, "the vendor's nearest is " + JsonWords.word(replacement));
                }
            }
        } else if (closed && site.value() != null) {
            site.remove();
            site.lost(LossKind.DROPPED, "the vendor knows " + String.join(", ", words.keySet()) + " only");
        }
    }

    @Override
    void incoming(FieldSite site) {
        String word = JsonWords.word(site.value());
        if (!silently || word == null || words.containsKey(word)) {
            return; // an approximation has no way back
        }
        words.forEach((own, vendors) -> {
            if (JsonWords.is(vendors, word)) {
                boolean plain = own.equals("true") || own.equals("false");
                site.set(plain ? RawJson.parse(own) : RawJson.string(own));
            }
        });
    }
}
