// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static dev.dragoman.adapters.gemini.generatecontent.GeminiChoiceDecoder.CALLING;
import static dev.dragoman.adapters.gemini.generatecontent.GeminiChoiceDecoder.CONFIG;
import static dev.dragoman.adapters.gemini.generatecontent.GeminiToolDecoder.SEARCH;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tools} of a request: all functions in one entry, then Google's own tools. */
final class GeminiToolEncoder {
    private static final RawJson ANY_OBJECT = RawJson.parse("{\"type\":\"object\"}");

    private final PreparedRequest prepared;
    private final ModelTraits traits;
    private final EncodeContext context;
    private final JsonWriter json;
    private final Losses losses;
    private boolean open;

    GeminiToolEncoder(PreparedRequest prepared, ModelTraits traits, EncodeContext context, JsonWriter json) {
        this.prepared = prepared;
        this.traits = traits;
        this.context = context;
        this.json = json;
        this.losses = context.losses();
    }

    void encode() {
        List<PlacedTool> functions = prepared.tools().stream()
                .filter(placed -> placed.tool() instanceof FunctionTool)
                .toList();
        if (!functions.isEmpty()) {
            tool().beginArray("functionDeclarations");
            functions.forEach(placed -> function((FunctionTool) placed.tool(), placed.path()));
            json.endArray().endObject();
        }
        hosted(functions);
        webSearch(prepared.source().webSearch(), !functions.isEmpty());
        if (open) {
            json.endArray();
        }
        choice(functions);
    }

    private JsonWriter tool() {
        if (!open) {
            open = true;
            json.beginArray("tools");
        }
        return json.beginObject();
    }

    private void function(FunctionTool tool, String path) {
        json.beginObject().field("name", tool.name()).field("description", tool.description());
        if (tool.parameters() != null) {
            json.field("parametersJsonSchema", schema(tool.parameters(), path + ".parameters"));
        }
        if (tool.cache() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".cache", "prompts have no caching breakpoints there");
        }
        GeminiDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
    }

    private RawJson schema(RawJson parameters, String path) {
        RawJson compiled = parameters.isObject() ? GeminiSchemas.compile(parameters, path, losses) : null;
        if (compiled == null) {
            losses.approximated(path, "a schema that refers to another place cannot be said; any object is taken");
            return ANY_OBJECT;
        }
        return compiled;
    }

    private void hosted(List<PlacedTool> functions) {
        int last = functions.isEmpty() ? -1 : prepared.tools().lastIndexOf(functions.get(functions.size() - 1));
        boolean behind = false;
        for (int i = 0; i < prepared.tools().size(); i++) {
            PlacedTool placed = prepared.tools().get(i);
            if (!(placed.tool() instanceof HostedTool tool)) {
                if (behind) {
                    losses.add(LossKind.MOVED, Severity.NOTE, placed.path(), "functions are one entry, the first");
                }
                continue;
            }
            behind = true;
            if (!tool.dialect().equals(GeminiDialect.ID)) {
                losses.dropped(placed.path(), "a tool that only " + tool.dialect() + " knows");
            } else if (!functions.isEmpty() && traits.has(GeminiModels.NO_MIXED_TOOLS)) {
                losses.dropped(placed.path(), "this model takes functions or tools of Google, not both");
            } else {
                if (i < last) {
                    losses.add(LossKind.MOVED, Severity.NOTE, placed.path(), "functions are one entry, the first");
                }
                if (!open) {
                    open = true;
                    json.beginArray("tools");
                }
                json.value(tool.definition());
            }
        }
    }

    private void webSearch(@Nullable WebSearch search, boolean functions) {
        Extensions extensions = prepared.source().extensions();
        if (search == null && !GeminiDialect.EXTENSIONS.hasNested(extensions, SEARCH)) {
            return;
        }
        if (search != null && functions && traits.has(GeminiModels.NO_MIXED_TOOLS)) {
            losses.dropped("webSearch", "this model takes functions or searches, not both");
            return;
        }
        tool().beginObject(SEARCH);
        if (search != null) {
            lost(search.contextSize() != null, "contextSize");
            lost(search.location() != null, "location");
            lost(!search.allowedDomains().isEmpty(), "allowedDomains");
            lost(search.maxUses() != null, "maxUses");
            if (context.takes(SEARCH + ".excludeDomains")) {
                json.field("excludeDomains", search.blockedDomains());
            } else {
                lost(!search.blockedDomains().isEmpty(), "blockedDomains");
            }
        }
        GeminiDialect.EXTENSIONS.writeNested(extensions, SEARCH, json);
        json.endObject().endObject();
    }

    private void lost(boolean present, String member) {
        if (present) {
            losses.dropped("webSearch." + member, "a search cannot be told that");
        }
    }

    private void choice(List<PlacedTool> functions) {
        GeminiChoiceEncoder choice = GeminiChoiceEncoder.of(prepared, functions, losses);
        Boolean parallel = prepared.source().parallelToolCalls();
        if (parallel != null) {
            Severity severity = parallel ? Severity.NOTE : Severity.CHANGES_ANSWER;
            losses.add(LossKind.DROPPED, severity, "parallelToolCalls", "calls side by side cannot be switched");
        }
        Extensions extensions = prepared.source().extensions();
        String calling = CONFIG + "." + CALLING;
        boolean nested = GeminiDialect.EXTENSIONS.hasNested(extensions, CONFIG);
        if (choice.isEmpty() && !nested) {
            return;
        }
        json.beginObject(CONFIG);
        if (choice.raw() != null) {
            json.field(CALLING, choice.raw());
        } else if (!choice.isEmpty() || GeminiDialect.EXTENSIONS.hasNested(extensions, calling)) {
            json.beginObject(CALLING).field("mode", choice.mode()).field("allowedFunctionNames", choice.names());
            GeminiDialect.EXTENSIONS.writeNested(extensions, calling, json);
            json.endObject();
        }
        GeminiDialect.EXTENSIONS.writeNested(extensions, CONFIG, json);
        json.endObject();
    }
}
