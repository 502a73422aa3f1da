// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who says how much to think, where a profile has places for it: the profile does, with what the dialect knows of the model. */
final class ProfileThinking {
    private ProfileThinking() {}

    /** What the dialect must know all the same: that there is to be no thinking, since other settings depend on it. */
    static ReasoningSettings hint(ReasoningSettings asked) {
        boolean off = asked.mode() == ReasoningSettings.Mode.OFF || ReasoningEffort.NONE.equals(asked.effort());
        return off ? ReasoningSettings.ofEffort(ReasoningEffort.NONE) : ReasoningSettings.DEFAULT;
    }

    /**
     * Writes the settings where the profile wants them, instead of what the dialect wrote for the hint.
     *
     * @param hinted the dialect's own fields for them
     */
    static void write(
            ChatRequest request,
            ReasoningRules rules,
            Collection<String> hinted,
            Dialect base,
            ObjectDraft body,
            EncodeContext context) {
        ReasoningSettings asked = request.reasoning();
        if (!hint(asked).equals(ReasoningSettings.DEFAULT)) {
            hinted.forEach(body::remove);
        }
        Optional<ModelTraits> traits = base.modelTraits(request.model(), context);
        List<String> efforts = traits.map(ModelTraits::efforts).orElse(List.of());
        boolean plain = traits.isPresent() && traits.get().thinking().isEmpty() && efforts.isEmpty();
        if (plain && !asked.equals(ReasoningSettings.DEFAULT)) {
            context.losses().dropped("reasoning", "the model does not reason");
        } else {
            ReasoningWriter.write(asked, rules, efforts, body, context.losses());
        }
    }
}
