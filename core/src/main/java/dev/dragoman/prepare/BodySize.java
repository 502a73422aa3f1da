// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import org.jspecify.annotations.Nullable;

/**
 * About how long a request will be as a body, so that the buffer for it need not grow. Counts what may be long and allows the rest
 * a little; a body that turns out longer costs time and nothing else.
 */
public final class BodySize {
    private static final int HEAD = 512;
    private static final int ENTRY = 96;

    private BodySize() {}

    /** The expected number of bytes. */
    public static int of(ChatRequest request) {
        long size = HEAD;
        for (Message message : request.messages()) {
            size += ENTRY;
            for (Part part : message.parts()) {
                size += part(part);
            }
        }
        for (Tool tool : request.tools()) {
            size += ENTRY + tool(tool);
        }
        long withEscapes = size + size / 16;
        return (int) Math.min(withEscapes, Integer.MAX_VALUE / 2);
    }

    private static long part(Part part) {
        long size = ENTRY;
        if (part instanceof Text text) {
            size += text.text().length();
        } else if (part instanceof ToolCall call) {
            size += call.arguments().length();
        } else if (part instanceof ToolResult result) {
            for (Part inner : result.content()) {
                size += part(inner);
            }
        } else if (part instanceof Reasoning reasoning) {
            size += length(reasoning.text());
        } else if (part instanceof Image image) {
            size += source(image.source());
        } else if (part instanceof Document document) {
            size += source(document.source());
        } else if (part instanceof Audio audio) {
            size += source(audio.source());
        } else if (part instanceof Video video) {
            size += source(video.source());
        } else if (part instanceof Opaque opaque) {
            size += opaque.json().size();
        }
        return size;
    }

    private static int source(@Nullable MediaSource source) {
        return source instanceof MediaSource.Base64 base64 ? base64.data().length() : 0;
    }

    private static long tool(Tool tool) {
        if (tool instanceof FunctionTool function) {
            return (long) length(function.description())
                    + (function.parameters() == null ? 0 : function.parameters().size());
        }
        return tool instanceof HostedTool hosted ? hosted.definition().size() : 0;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
