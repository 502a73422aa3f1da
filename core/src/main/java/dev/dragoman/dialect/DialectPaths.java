// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.tool.Tool;
import java.util.List;

/**
 * Finds values in a body the way all dialects do: own extensions by their name, settings by a table, messages and tools by rules of
 * the dialect. Immutable.
 */
public abstract class DialectPaths implements RequestPaths {
    private static final String MESSAGES = "messages[";
    private static final String TOOLS = "tools[";

    private final PathNames settings;
    private final String extensions;

    /**
     * The paths of a dialect.
     *
     * @param settings names of what is neither a message nor a tool
     */
    protected DialectPaths(String dialect, PathNames settings) {
        this.settings = settings;
        this.extensions = ".extensions." + dialect + ".";
    }

    @Override
    public final String locate(ChatRequest request, String path) {
        if (path.startsWith(extensions.substring(1))) {
            return path.substring(extensions.length() - 1);
        }
        if (path.startsWith(MESSAGES)) {
            int index = PathNames.index(path, MESSAGES.length());
            return index < 0 || index >= request.messages().size()
                    ? path
                    : message(request.messages(), index, behindBracket(path));
        }
        if (path.startsWith(TOOLS)) {
            int index = PathNames.index(path, TOOLS.length());
            return index < 0 ? path : tool(request.tools(), index, behindBracket(path));
        }
        return plain(settings.rename(path));
    }

    /**
     * The path of a value of a message.
     *
     * @param rest canonical path below the message, empty for the message itself
     */
    protected abstract String message(List<Message> messages, int index, String rest);

    /**
     * The path of a value of a tool. Unless a dialect overrides this, tools hold their values in an object {@code function}.
     *
     * @param index number of the tool, which need not be among those of the request
     * @param rest canonical path below the tool, empty for the tool itself
     */
    protected String tool(List<Tool> tools, int index, String rest) {
        String head = TOOLS + index + "]";
        return rest.isEmpty() || isExtension(rest) ? head + plain(rest) : head + ".function" + rest;
    }

    /** What follows the first bracket that closes. */
    protected static String behindBracket(String path) {
        return path.substring(path.indexOf(']') + 1);
    }

    /** Whether a path below a value names one of the dialect's own extensions. */
    protected final boolean isExtension(String rest) {
        return rest.startsWith(extensions);
    }

    /** The path with own extensions where they stand on the wire: directly in the value that they belong to. */
    protected final String plain(String path) {
        return path.replace(extensions, ".");
    }
}
