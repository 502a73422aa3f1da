// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the demo model says. */
final class Sentences {
    private static final List<String> OPENINGS = List.of(
            "Hello, this is the demo model of Dragoman.",
            "Hi, the demo model of Dragoman here.",
            "Good day from the demo model of Dragoman.",
            "Greetings, I am the demo model of Dragoman.");
    private static final Pattern COUNT = Pattern.compile("count to (\\d{1,9})");
    private static final int MAX_COUNT = 10_000;
    private static final int ECHO = 80;
    private static final int RESULT = 500;
    private static final int PREDICTED = 256;

    private final ChatRequest request;
    private final Conversation conversation;

    Sentences(ChatRequest request, Conversation conversation) {
        this.request = request;
        this.conversation = conversation;
    }

    /** The answer of this choice as plain text. */
    String text(int choice) {
        String counted = counted();
        if (counted != null) {
            return choice == 0 ? counted : opening(choice) + " " + counted;
        }
        List<String> sentences = new ArrayList<>();
        String predicted = predicted();
        if (!predicted.isEmpty()) {
            sentences.add(predicted);
        }
        sentences.add(opening(choice));
        for (ToolResult result : conversation.results()) {
            sentences.add(conversation.toolName(result) + " returned: " + Tokens.shorten(text(result), RESULT));
        }
        if (!conversation.awaitsAnswer()) {
            sentences.add(echo());
        }
        if (!"low".equals(request.verbosity())) {
            sentences.add(received());
        }
        if ("high".equals(request.verbosity())) {
            sentences.add("I am deterministic: the same request always gets the same answer.");
        }
        return String.join(" ", sentences);
    }

    /** The answer of this choice as a JSON object. */
    String json(int choice) {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter writer = new JsonWriter(out)) {
            writer.beginObject()
                    .field("answer", opening(choice) + " " + echo())
                    .field("messages", (Integer) conversation.messages())
                    .endObject();
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    static String refusal() {
        return "I was asked to refuse, so I do.";
    }

    private String opening(int choice) {
        String opening = OPENINGS.get(choice % OPENINGS.size());
        return choice < OPENINGS.size() ? opening : opening + " This is answer " + (choice + 1) + ".";
    }

    private String echo() {
        String prompt = Tokens.shorten(conversation.prompt(), ECHO);
        return prompt.isEmpty() ? "You wrote nothing that I can read." : "You wrote: \"" + prompt + "\".";
    }

    private String received() {
        List<String> things = new ArrayList<>();
        things.add(count(conversation.messages(), "message"));
        add(things, conversation.instructions(), "instruction");
        add(things, conversation.images(), "image");
        add(things, conversation.audios(), "audio clip");
        add(things, conversation.videos(), "video");
        add(things, conversation.documents(), "file");
        add(things, request.tools().size(), "tool");
        String own = conversation.thoughts() == 0
                ? ""
                : " My own reasoning came back unchanged (" + conversation.thoughts() + ").";
        String last = things.remove(things.size() - 1);
        return "I received " + (things.isEmpty() ? last : String.join(", ", things) + " and " + last) + "." + own;
    }

    private static void add(List<String> things, int count, String noun) {
        if (count > 0) {
            things.add(count(count, noun));
        }
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private @Nullable String counted() {
        Matcher matcher = COUNT.matcher(conversation.prompt().toLowerCase(Locale.ROOT));
        if (conversation.awaitsAnswer() || !matcher.find()) {
            return null;
        }
        int end = Math.min(MAX_COUNT, Integer.parseInt(matcher.group(1)));
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= end; i++) {
            text.append(i == 1 ? "" : " ").append(i);
        }
        return text.append('.').toString();
    }

    /** The first half of the predicted text, so that part of a prediction comes true. */
    private String predicted() {
        if (request.prediction() == null) {
            return "";
        }
        List<String> tokens = Tokens.split(String.join("", request.prediction().texts()));
        return String.join("", tokens.subList(0, Math.min(PREDICTED, (tokens.size() + 1) / 2)));
    }

    private static String text(ToolResult result) {
        StringBuilder text = new StringBuilder();
        for (Part part : result.content()) {
            if (part instanceof Text t) {
                text.append(t.text());
            }
        }
        return text.toString();
    }
}
