// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.prepare.CacheHints;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code messages} and {@code system} of a request whose turns were prepared. */
final class BedrockConverseMessageEncoder {
    /** Stands beside files that come without a word, which the service refuses. */
    static final String FILES = "(files attached)";
    /** Stands in a failure that says nothing, which the service refuses. */
    static final String FAILED = "(failed)";

    private final JsonWriter json;
    private final BedrockConverseFamily family;
    private final CacheSettings cache;
    private final Losses losses;

    BedrockConverseMessageEncoder(JsonWriter json, BedrockConverseFamily family, CacheSettings cache, Losses losses) {
        this.json = json;
        this.family = family;
        this.cache = cache;
        this.losses = losses;
    }

    void encode(List<PlacedMessage> messages) {
        int first = 0;
        while (first < messages.size() && messages.get(first).role().isInstruction()) {
            first++;
        }
        if (first > 0) {
            system(messages.subList(0, first));
        }
        CacheHint last = lastBreakpoint();
        if (first == messages.size()) {
            return;
        }
        json.beginArray("messages");
        for (int i = first; i < messages.size(); i++) {
            PlacedMessage message = messages.get(i);
            boolean isLast = i == messages.size() - 1;
            json.beginObject().field("role", role(message.role()));
            boolean prefill = isLast && message.role() == Role.ASSISTANT;
            content(message, prefill ? trimmed(message.parts()) : message.parts(), isLast ? last : null);
            BedrockConverseDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
            json.endObject();
        }
        json.endArray();
    }

    private static String role(Role role) {
        return role == Role.USER ? "user" : role == Role.ASSISTANT ? "assistant" : "system";
    }

    private void system(List<PlacedMessage> messages) {
        List<PlacedPart> fitting = new ArrayList<>();
        for (PlacedMessage message : messages) {
            for (PlacedPart placed : message.parts()) {
                if (placed.part() instanceof Text || placed.part() instanceof Opaque) {
                    fitting.add(placed);
                } else {
                    losses.dropped(placed.path(), "instructions are text");
                }
            }
            BedrockConverseDialect.EXTENSIONS.dropAll(message.extensions(), message.path(), losses);
        }
        if (!fitting.isEmpty()) {
            BedrockConverseBlockEncoder blocks = new BedrockConverseBlockEncoder(json);
            json.beginArray("system");
            fitting.forEach(placed -> blocks.encode(placed.part()));
            json.endArray();
        }
    }

    private void content(PlacedMessage message, List<PlacedPart> parts, @Nullable CacheHint breakpoint) {
        BedrockConverseBlockEncoder blocks = new BedrockConverseBlockEncoder(json);
        json.beginArray("content");
        boolean files = false;
        boolean words = false;
        boolean hinted = false;
        for (PlacedPart placed : parts) {
            Part part = placed.part();
            files |= part instanceof Document;
            words |= part instanceof Text;
            hinted = CacheHints.of(part) != null;
            blocks.encode(part instanceof ToolResult result ? told(result, placed.path()) : part);
        }
        if (files && !words) {
            losses.add(LossKind.EMULATED, Severity.NOTE, message.path(), "files come with a text there; one was added");
            blocks.encode(Text.of(FILES));
        }
        if (!hinted) {
            BedrockConverseCache.encode(breakpoint, json);
        }
        json.endArray();
    }

    /** A failure must say something. */
    private ToolResult told(ToolResult result, String path) {
        if (!result.content().isEmpty() || !Boolean.TRUE.equals(result.error())) {
            return result;
        }
        losses.add(LossKind.EMULATED, Severity.NOTE, path + ".content", "a failure says something there");
        return new ToolResult(
                result.callId(),
                result.name(),
                List.of(Text.of(FAILED)),
                result.error(),
                result.cache(),
                result.extensions());
    }

    /** Where the vendor should place a breakpoint by itself, one stands behind the last message instead. */
    private @Nullable CacheHint lastBreakpoint() {
        boolean implicit = "implicit".equals(cache.mode());
        if (cache.mode() != null && !implicit) {
            note(LossKind.DROPPED, "cache.mode", "only the breakpoints of a request count anyway");
        }
        if (!implicit && cache.ttl() == null) {
            return null;
        }
        String path = implicit ? "cache.mode" : "cache.ttl";
        if (!family.caching()) {
            note(LossKind.DROPPED, path, "prompts are kept at breakpoints only, and not by every model");
            if (implicit && cache.ttl() != null) {
                note(LossKind.DROPPED, "cache.ttl", "prompts are kept at breakpoints only, and not by every model");
            }
            return null;
        }
        losses.add(LossKind.EMULATED, Severity.NOTE, "cache", "a breakpoint stands behind the last message");
        String ttl = CacheLifetimes.nearest(cache.ttl());
        return ttl == null ? CacheHint.DEFAULT : new CacheHint(ttl);
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }

    /** A beginning that the model shall continue must not end in white space. */
    private List<PlacedPart> trimmed(List<PlacedPart> parts) {
        PlacedPart last = parts.get(parts.size() - 1);
        if (!(last.part() instanceof Text text)) {
            return parts;
        }
        String trimmed = text.text().stripTrailing();
        if (trimmed.length() == text.text().length()) {
            return parts;
        }
        losses.approximated(last.path() + ".text", "a text to be continued must not end in white space");
        List<PlacedPart> out = new ArrayList<>(parts);
        Text bare = new Text(trimmed, text.citations(), text.signature(), text.cache(), text.extensions());
        out.set(out.size() - 1, new PlacedPart(bare, last.path()));
        return out;
    }
}
