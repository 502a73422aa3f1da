// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.profile.FieldAction;
import dev.dragoman.profile.FieldRule;
import dev.dragoman.profile.ProfileRules;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.Grammars;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for OpenAI's with the rules of a profile around it. */
final class ProfileLaws extends DialectLaws {
    private static final String OPENAI = "dev.dragoman.adapters.openai.chat.OpenAiChatLawsTest";

    private static final String OWN_ERROR = "{\"responseStatus\":";
    private static final String OPENAI_ERROR =
            "{\"error\":{\"message\":\"failed\",\"type\":\"server_error\",\"param\":null,\"code\":null}}";

    private final String id;
    private final Dialect base;
    private final Dialect dialect;

    ProfileLaws(Vendors.Speaker speaker) {
        this.id = speaker.id();
        this.base = Vendors.DIALECTS.get(speaker.dialect());
        this.dialect = ProfiledDialect.of(id, base, withoutNaming(speaker.rules()));
    }

    /** The kit's models have names that a vendor with rules for names would refuse; {@link SeedProfilesTest} tries those. */
    private static ProfileRules withoutNaming(ProfileRules rules) {
        List<FieldRule> fields = rules.fields().stream()
                .filter(rule -> !(rule.action() instanceof FieldAction.Match))
                .toList();
        return rules.withFields(fields);
    }

    @Override
    protected Dialect dialect() {
        return dialect;
    }

    @Override
    protected String vendor() {
        return id;
    }

    /** Streams of OpenAI's, but that a profile may have errors of its own shape: they end a stream as OpenAI's do. */
    @Override
    protected StreamGrammar streamGrammar() {
        StreamGrammar openai = Grammars.of(OPENAI);
        return new StreamGrammar() {
            @Override
            public void accept(Frame frame) {
                openai.accept(frame.text().startsWith(OWN_ERROR) ? Frame.of(null, OPENAI_ERROR) : frame);
            }

            @Override
            public void end() {
                openai.end();
            }
        };
    }

    @Override
    protected StreamGrammar vendorStreamGrammar() {
        return Grammars.ofVendors(OPENAI);
    }

    /** A vendor that has no switch for counts in streams has clients that want them all the same. */
    @Override
    protected ReplyShape replyShape() {
        ChatRequest request =
                ChatRequest.builder("m").user("Hello").stream(true).build();
        byte[] body = base.requestEncoder()
                .encode(request, EncodeContext.toVendor(new Losses(), id))
                .body();
        return base.requestDecoder().decode(WireRequest.of(body)).shape();
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).at("/choices/0/message");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"model\":\"sample-model\",\"messages\":[]}");
        ArrayNode messages = (ArrayNode) request.get("messages");
        messages.addObject().put("role", "user").put("content", "Hello");
        messages.add(answer);
        toolResults.forEach((call, text) -> messages.addObject()
                .put("role", "tool")
                .put("tool_call_id", call)
                .put("content", text));
        messages.addObject().put("role", "user").put("content", "Go on.");
        return Optional.of(WireRequest.of(JsonTrees.write(request)));
    }
}
