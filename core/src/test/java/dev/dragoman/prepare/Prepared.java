// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prepares conversations and shows them on one line a message. */
final class Prepared {
    final Losses losses = new Losses();
    final PreparedRequest request;

    Prepared(TargetRulesBuilder rules, ChatRequest request) {
        this.request = RequestPreparer.prepare(request, rules.build(), losses);
    }

    Prepared(TargetRulesBuilder rules, Message... messages) {
        this(rules, ChatRequest.builder("m").messages(List.of(messages)).build());
    }

    static TargetRulesBuilder rules() {
        return TargetRules.builder("acme-chat");
    }

    static Message calls(String... ids) {
        List<Part> calls = new ArrayList<>();
        for (String id : ids) {
            calls.add(ToolCall.of(id, "clock", "{}"));
        }
        return Message.of(Role.ASSISTANT, calls);
    }

    String conversation() {
        return request.messages().stream()
                .map(message -> message.role().name().toLowerCase(Locale.ROOT) + " "
                        + message.parts().stream().map(p -> show(p.part())).collect(Collectors.joining("|")))
                .collect(Collectors.joining("; "));
    }

    String lost() {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static String show(Part part) {
        if (part instanceof Text text) {
            return text.text();
        } else if (part instanceof ToolCall call) {
            return call.name() + "#" + call.id() + call.arguments();
        } else if (part instanceof ToolResult result) {
            return "result#" + result.callId() + (Boolean.TRUE.equals(result.error()) ? "!" : "");
        }
        return part.getClass().getSimpleName();
    }
}
