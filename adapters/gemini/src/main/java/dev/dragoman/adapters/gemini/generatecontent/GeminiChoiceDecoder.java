// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code toolConfig} of a request. {@code VALIDATED} is a free choice among functions whose arguments fit exactly. */
final class GeminiChoiceDecoder {
    static final String CONFIG = "toolConfig";
    static final String CALLING = "functionCallingConfig";

    private final Map<String, RawJson> unknown;
    private @Nullable ToolChoice choice;
    private boolean strict;

    GeminiChoiceDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    @Nullable ToolChoice choice() {
        return choice;
    }

    /** Whether arguments must fit their schemas. */
    boolean strict() {
        return strict;
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String camel = GeminiNames.camel(in.name());
            if (camel.equals(CALLING)) {
                calling(in);
            } else if (camel.equals("retrievalConfig") || camel.equals("includeServerSideToolInvocations")) {
                unknown.put(CONFIG + "." + camel, in.raw());
            } else {
                unknown.put(CONFIG + "." + in.name(), in.raw());
            }
        }
    }

    private void calling(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        String mode = null;
        List<String> names = List.of();
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (GeminiNames.camel(in.name())) {
                case "mode" -> mode = in.stringOrNull();
                case "allowedFunctionNames" -> names = GeminiConfigDecoder.strings(in);
                default -> extra.put(CONFIG + "." + CALLING + "." + in.name(), in.raw());
            }
        }
        if (mode == null && !extra.isEmpty()) {
            choice = new ToolChoice.Foreign(GeminiDialect.ID, in.rawSince(mark));
            return;
        }
        unknown.putAll(extra);
        List<ToolRef> tools = names.stream().map(ToolRef::function).toList();
        switch (mode == null ? "" : mode.toUpperCase(Locale.ROOT)) {
            case "", "MODE_UNSPECIFIED" -> choice = null;
            case "AUTO" -> choice = ToolChoice.AUTO;
            case "NONE" -> choice = ToolChoice.NONE;
            case "ANY" -> choice = required(tools);
            case "VALIDATED" -> {
                strict = tools.isEmpty();
                choice = tools.isEmpty() ? null : new ToolChoice.Allowed(ToolChoice.ModeKind.AUTO, tools);
            }
            default -> choice = new ToolChoice.Foreign(GeminiDialect.ID, in.rawSince(mark));
        }
    }

    private static ToolChoice required(List<ToolRef> tools) {
        if (tools.isEmpty()) {
            return ToolChoice.REQUIRED;
        }
        return tools.size() == 1
                ? new ToolChoice.Named(tools.get(0))
                : new ToolChoice.Allowed(ToolChoice.ModeKind.REQUIRED, tools);
    }
}
