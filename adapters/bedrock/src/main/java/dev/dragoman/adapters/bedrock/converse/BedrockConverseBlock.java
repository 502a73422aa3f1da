// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads content blocks: objects of one member, which names their kind. Kinds without a canonical counterpart are kept whole.
 * Clients must send exactly one member; of a vendor's block the first known one counts.
 */
final class BedrockConverseBlock {
    /**
     * What a block is.
     *
     * @param part the part, also for a breakpoint that no part takes
     * @param cache a breakpoint for the part before; {@code null} if it is none
     * @param signatureOfNext a signature for the part behind; {@code null} if it is none
     */
    record Block(
            Part part, @Nullable CacheHint cache, @Nullable Signature signatureOfNext) {}

    /** Stands for a block that is kept whole; the whole is known when it ends. */
    static final Block WHOLE = new Block(new Opaque(BedrockConverseDialect.ID, "", RawJson.EMPTY_OBJECT), null, null);

    private final Origin origin;
    private final boolean client;

    private BedrockConverseBlock(Origin origin, boolean client) {
        this.origin = origin;
        this.client = client;
    }

    static BedrockConverseBlock ofRequests() {
        return new BedrockConverseBlock(BedrockConverseOrigins.NATIVE_ORIGIN, true);
    }

    static BedrockConverseBlock ofAnswers(Origin origin) {
        return new BedrockConverseBlock(origin, false);
    }

    /** Reads the block that the reader stands on. */
    Block read(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        String type = null;
        Block found = null;
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (in.isNull()) {
                continue;
            }
            if (found == null && isKnown(name)) {
                type = name;
                found = member(in, name);
                continue;
            }
            if (type != null && client) {
                throw in.invalid("a content block has exactly one member, and '" + type + "' is there already");
            }
            type = type == null ? name : type;
            in.skip();
        }
        if (type == null) {
            throw in.missing(path + ".text");
        }
        if (found == null || found.part() instanceof Opaque) {
            Part whole = new Opaque(BedrockConverseDialect.ID, type, in.rawSince(mark));
            return new Block(whole, found == null ? null : found.cache(), null);
        }
        return found;
    }

    private static boolean isKnown(String name) {
        return switch (name) {
            case "text",
                    "image",
                    "document",
                    "video",
                    "audio",
                    "toolUse",
                    "toolResult",
                    "reasoningContent",
                    "citationsContent",
                    "json",
                    BedrockConverseCache.MEMBER -> true;
            default -> false;
        };
    }

    private Block member(JsonReader in, String name) {
        return switch (name) {
            case "text" -> of(Text.of(in.string()));
            case "json" -> of(Text.of(in.raw().toString()));
            case "image", "document", "video", "audio" -> of(BedrockConverseMedia.read(in, name));
            case "toolUse" -> of(BedrockConverseToolBlocks.call(in));
            case "toolResult" -> of(result(in));
            case "reasoningContent" -> BedrockConverseReasoningBlock.read(in, origin);
            case "citationsContent" -> of(cited(in));
            default -> {
                CacheHint cache = BedrockConverseCache.decode(in);
                yield cache == null ? WHOLE : new Block(WHOLE.part(), cache, null);
            }
        };
    }

    private static Block of(@Nullable Part part) {
        return part == null ? WHOLE : new Block(part, null, null);
    }

    /** In answers results of tools are those of the vendor's own. */
    private @Nullable Part result(JsonReader in) {
        ToolResult result = BedrockConverseToolBlocks.result(in, this);
        return client ? result : null;
    }

    private static Part cited(JsonReader in) {
        StringBuilder text = new StringBuilder();
        List<Citation> citations = List.of();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "content" -> {
                    in.beginArray();
                    while (in.nextElement()) {
                        in.beginObject();
                        while (in.nextField()) {
                            if (in.name().equals("text") && !in.isNull()) {
                                text.append(in.string());
                            } else {
                                in.skip();
                            }
                        }
                    }
                }
                case "citations" -> citations = BedrockConverseCitations.decodeAll(in);
                default -> in.skip();
            }
        }
        return new Text(text.toString(), citations, null, null, Extensions.NONE);
    }
}
