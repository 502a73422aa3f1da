// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import dev.dragoman.prepare.ThinkingPlan;
import dev.dragoman.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Canonical request to request body. Source: as {@link AnthropicMessagesRequestDecoder}. */
final class AnthropicMessagesRequestEncoder {
    private static final TargetRules RULES = TargetRules.builder(AnthropicMessagesDialect.ID)
            .toolIds(NameGrammar.words(Integer.MAX_VALUE))
            .uniqueToolIds()
            .toolNames(NameGrammar.words(128))
            .noCustomTools()
            .noAllowedTools()
            .declaredTools()
            .pairedResults()
            .mergedTurns()
            .beginsWithUser()
            .noEmptyText()
            .noDeveloperRole()
            .noSpeakerNames()
            .cacheBreakpoints(4)
            .jsonObject(TargetRules.JsonOutput.INSTRUCTION)
            .build();

    private AnthropicMessagesRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        if (request.messages().isEmpty()) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        ModelTraits traits = AnthropicMessagesModels.of(request.model(), context);
        AnthropicMessagesThinking thinking = AnthropicMessagesThinking.of(request, traits, losses);
        RawJson schema = traits.jsonSchema() ? schema(request.outputFormat(), losses) : null;
        PreparedRequest prepared = RequestPreparer.prepare(
                request,
                rules(traits, thinking, schema),
                new AnthropicMessagesRequestFitter(context.vendor(), request.model()),
                losses);
        if (thinking.isManual() && ThinkingPlan.loopsUnsigned(prepared.messages())) {
            losses.add(
                    LossKind.EMULATED,
                    "reasoning",
                    "a turn of tool calls without its thoughts is continued without thinking");
            thinking = thinking.off();
        }
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            json.field("max_tokens", (Long) thinking.maxTokens());
            messages(prepared.messages(), json, losses);
            boolean forcible = traits.forcedToolChoice() && !thinking.isManual();
            new AnthropicMessagesToolEncoder(json, losses).encode(prepared, forcible);
            new AnthropicMessagesSettingsEncoder(request, traits, thinking, json, losses)
                    .encode(prepared.outputFormat(), prepared.outputFormat() == null ? null : schema);
            AnthropicMessagesDialect.EXTENSIONS.write(request.extensions(), "", json, losses);
            json.endObject();
        }
        return new EncodedRequest(
                AnthropicMessagesDialect.PATH,
                AnthropicMessagesHeaders.of(request, traits),
                out.release(),
                prepared.plan());
    }

    /** Whether the model goes on where a last message of its own ends. */
    static boolean continues(ChatRequest request, EncodeContext context) {
        ModelTraits traits = AnthropicMessagesModels.of(request.model(), context);
        return traits.prefill()
                && request.outputFormat() == null
                && !AnthropicMessagesThinking.of(request, traits, new Losses()).isOn();
    }

    /** The compiled schema of the answer; {@code null} if there is none or it cannot be said. */
    private static @Nullable RawJson schema(@Nullable OutputFormat format, Losses losses) {
        return format instanceof OutputFormat.JsonSchema json
                        && json.schema() != null
                        && json.schema().isObject()
                ? SchemaCompiler.compile(
                        json.schema(), AnthropicMessagesToolEncoder.STRICT, "outputFormat.schema", losses)
                : null;
    }

    private static TargetRules rules(ModelTraits traits, AnthropicMessagesThinking thinking, @Nullable RawJson schema) {
        TargetRules.JsonOutput instead = traits.forcedToolChoice() && !thinking.isManual()
                ? TargetRules.JsonOutput.FORCED_TOOL
                : TargetRules.JsonOutput.INSTRUCTION;
        return RULES.toBuilder()
                .prefill(traits.prefill() && !thinking.isOn() && schema == null)
                .instructions(
                        traits.systemMessages()
                                ? TargetRules.Instructions.AFTER_USER
                                : TargetRules.Instructions.LEADING)
                .jsonSchema(schema != null ? TargetRules.JsonOutput.NATIVE : instead)
                .build();
    }

    private static void messages(List<PlacedMessage> messages, JsonWriter json, Losses losses) {
        int first = 0;
        if (messages.get(0).role().isInstruction()) {
            first = 1;
            system(messages.get(0), json, losses);
        }
        json.beginArray("messages");
        for (int i = first; i < messages.size(); i++) {
            PlacedMessage message = messages.get(i);
            json.beginObject().field("role", role(message.role()));
            boolean prefill = i == messages.size() - 1 && message.role() == Role.ASSISTANT;
            content("content", prefill ? trimmed(message.parts(), losses) : message.parts(), json);
            AnthropicMessagesDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
            json.endObject();
        }
        json.endArray();
    }

    private static void system(PlacedMessage message, JsonWriter json, Losses losses) {
        List<PlacedPart> texts = new ArrayList<>(message.parts().size());
        for (PlacedPart placed : message.parts()) {
            if (placed.part() instanceof Text) {
                texts.add(placed);
            } else {
                losses.dropped(placed.path(), "instructions are text");
            }
        }
        if (!texts.isEmpty()) {
            content("system", texts, json);
        }
        AnthropicMessagesDialect.EXTENSIONS.dropAll(message.extensions(), message.path(), losses);
    }

    private static String role(Role role) {
        return role == Role.USER ? "user" : role == Role.ASSISTANT ? "assistant" : "system";
    }

    private static void content(String name, List<PlacedPart> parts, JsonWriter json) {
        if (parts.size() == 1 && parts.get(0).part() instanceof Text text && text.isPlain()) {
            json.field(name, text.text());
            return;
        }
        AnthropicMessagesBlockEncoder blocks = new AnthropicMessagesBlockEncoder(json);
        json.beginArray(name);
        parts.forEach(placed -> blocks.encode(placed.part()));
        json.endArray();
    }

    /** A beginning that the model shall continue must not end in white space. */
    private static List<PlacedPart> trimmed(List<PlacedPart> parts, Losses losses) {
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
