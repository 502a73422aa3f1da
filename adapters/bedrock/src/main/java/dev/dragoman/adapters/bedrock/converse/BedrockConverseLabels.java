// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.EndUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code requestMetadata}, and reports of the settings that this dialect has no field for. */
final class BedrockConverseLabels {
    private static final int MOST = 16;
    private static final int LONGEST = 256;
    private static final String PUNCTUATION = ":_@$#=/+,-. \t\n\r\f";
    private static final String USER = "user";

    private final ChatRequest request;
    private final Losses losses;

    BedrockConverseLabels(ChatRequest request, Losses losses) {
        this.request = request;
        this.losses = losses;
    }

    /** Writes the labels: at most 16, of characters that the service model allows. */
    void encode(JsonWriter json) {
        Map<String, String> labels = new LinkedHashMap<>();
        request.metadata().forEach((name, value) -> {
            if (!isLabel(name) || !isLabel(value)) {
                drop("metadata." + name, "labels are 1 to 256 letters, digits, spaces and some signs");
            } else if (labels.size() == MOST) {
                drop("metadata." + name, "there are at most 16 labels");
            } else {
                labels.put(name, value);
            }
        });
        endUser(request.endUser(), labels);
        json.field("requestMetadata", labels);
    }

    private void endUser(EndUser user, Map<String, String> labels) {
        boolean safety = user.safetyIdentifier() != null;
        String id = safety ? user.safetyIdentifier() : user.user();
        if (id == null) {
            return;
        }
        String path = safety ? "endUser.safetyIdentifier" : "endUser.user";
        if (safety && user.user() != null) {
            drop("endUser.user", "there is one label for the user, and the safety identifier is it");
        }
        if (!isLabel(id) || labels.containsKey(USER) || labels.size() == MOST) {
            drop(path, "there is no room for a label '" + USER + "' of this form");
            return;
        }
        labels.put(USER, id);
        losses.add(LossKind.MOVED, Severity.NOTE, path, "the user is told as a label");
    }

    private static boolean isLabel(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST;
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || PUNCTUATION.indexOf(c) >= 0;
        }
        return fits;
    }

    private void drop(String path, String reason) {
        losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
    }
}
