// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation says, as far as the demo model understands it.
 *
 * @param messages how many messages
 * @param instructions how many of them give instructions
 * @param prompt text of the last user message; empty if there is none
 * @param images how many pictures, tool results included
 * @param audios how many sounds
 * @param videos how many films
 * @param documents how many files
 * @param thoughts how many pieces of this model's own reasoning came back unchanged
 * @param results what tools returned since the model's last turn
 * @param awaitsAnswer whether the conversation ends with such results
 * @param toolNames call id to name of the tool
 */
record Conversation(
        int messages,
        int instructions,
        String prompt,
        int images,
        int audios,
        int videos,
        int documents,
        int thoughts,
        List<ToolResult> results,
        boolean awaitsAnswer,
        Map<String, String> toolNames) {

    static Conversation of(ChatRequest request) {
        List<Part> parts = new ArrayList<>();
        List<ToolResult> results = new ArrayList<>();
        Map<String, String> toolNames = new HashMap<>();
        String prompt = "";
        int instructions = 0;
        Role last = Role.USER;
        for (Message message : request.messages()) {
            last = message.role();
            instructions += last.isInstruction() ? 1 : 0;
            prompt = last == Role.USER ? message.text() : prompt;
            if (last == Role.ASSISTANT) {
                results.clear();
            }
            for (Part part : message.parts()) {
                parts.add(part);
                if (part instanceof ToolResult result) {
                    results.add(result);
                    parts.addAll(result.content());
                } else if (part instanceof ToolCall call) {
                    toolNames.put(call.id(), call.name());
                }
            }
        }
        return new Conversation(
                request.messages().size(),
                instructions,
                prompt,
                count(parts, Image.class::isInstance),
                count(parts, Audio.class::isInstance),
                count(parts, Video.class::isInstance),
                count(parts, Document.class::isInstance),
                count(parts, part -> part instanceof Reasoning reasoning && Thoughts.isOwn(reasoning)),
                List.copyOf(results),
                last == Role.TOOL,
                Map.copyOf(toolNames));
    }

    /** Whether the last user message contains these words, in whatever case. */
    boolean asks(String words) {
        return prompt.toLowerCase(Locale.ROOT).contains(words);
    }

    /** The name of the tool that returned this. */
    String toolName(ToolResult result) {
        @Nullable String name = result.name() != null ? result.name() : toolNames.get(result.callId());
        return name == null ? "The tool" : name;
    }

    private static int count(List<Part> parts, Predicate<Part> kind) {
        return (int) parts.stream().filter(kind).count();
    }
}
