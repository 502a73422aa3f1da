// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.testkit.model.Records;
import java.util.ArrayList;
import java.util.List;

/** Sealed reasoning returns to its issuer only. */
final class ToySeals {
    private ToySeals() {}

    static ChatRequest withoutForeign(ChatRequest request, EncodeContext context) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < request.messages().size(); i++) {
            Message message = request.messages().get(i);
            List<Part> kept = new ArrayList<>();
            for (int j = 0; j < message.parts().size(); j++) {
                if (isForeign(message.parts().get(j), context)) {
                    context.losses().dropped("messages[" + i + "].parts[" + j + "]", "another vendor sealed it");
                } else {
                    kept.add(message.parts().get(j));
                }
            }
            messages.add(Records.with(message, "parts", kept));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static boolean isForeign(Part part, EncodeContext context) {
        return part instanceof Reasoning reasoning
                && reasoning.isSealed()
                && reasoning.origin() != null
                && !reasoning.origin().vendor().equals(context.vendor());
    }
}
