// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.profile.FieldRule;
import dev.dragoman.profile.MatchWord;
import dev.dragoman.profile.ProfileRules;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.WrappedLaws;
import java.util.List;
import java.util.Map;

/** The laws of a dialect, with the rules of a profile around it. */
final class ProfileLaws extends WrappedLaws {
    private static final String ADAPTERS = "dev.dragoman.adapters.";
    /** Who states the laws of each dialect that a profile speaks. */
    private static final Map<String, String> LAWS = Map.of(
            "openai-chat", ADAPTERS + "openai.chat.OpenAiChatLawsTest",
            "openai-responses", ADAPTERS + "openai.responses.OpenAiResponsesLawsTest",
            "anthropic-messages", ADAPTERS + "anthropic.messages.AnthropicMessagesLawsTest",
            "gemini", ADAPTERS + "gemini.generatecontent.GeminiLawsTest");

    /** These dialects take a signature that nobody marked for one of their own vendor's, whoever speaks them. */
    private static final Map<String, String> ISSUERS = Map.of("gemini", "gemini", "anthropic-messages", "anthropic");

    private static final String OWN_ERROR = "{\"responseStatus\":";
    private static final String OPENAI_ERROR =
            "{\"error\":{\"message\":\"failed\",\"type\":\"server_error\",\"param\":null,\"code\":null}}";

    private final Dialect dialect;
    private final ProfileRules rules;
    private final String vendor;

    ProfileLaws(Vendors.Speaker speaker) {
        super(LAWS.getOrDefault(speaker.dialect(), speaker.dialect()));
        String id = speaker.id();
        this.vendor = ISSUERS.getOrDefault(speaker.dialect(), id);
        this.rules = withoutNaming(speaker.rules());
        this.dialect = ProfiledDialect.of(id, Vendors.DIALECTS.get(speaker.dialect()), rules);
    }

    /** The kit's models have names that a vendor with rules for names would refuse; {@link SeedProfilesTest} tries those. */
    private static ProfileRules withoutNaming(ProfileRules rules) {
        List<FieldRule> fields = rules.fields().stream()
                .filter(rule -> !(rule.action() instanceof MatchWord))
                .toList();
        return rules.withFields(fields);
    }

    @Override
    protected Dialect dialect() {
        return dialect;
    }

    @Override
    protected String vendor() {
        return vendor;
    }

    /** Where the path names the model, the body need not. */
    @Override
    protected WireRequest asClientRequest(EncodedRequest encoded, ChatRequest request) {
        WireRequest wire = super.asClientRequest(encoded, request);
        boolean inPath = rules.paths().whole().stream().anyMatch(path -> path.contains("{model}"));
        return inPath && wire.model() == null
                ? new WireRequest(wire.body(), request.model(), wire.stream(), wire.headers(), wire.query())
                : wire;
    }

    /** A profile may have errors of its own shape: they end a stream as the dialect's do. */
    @Override
    protected StreamGrammar streamGrammar() {
        StreamGrammar usual = super.streamGrammar();
        return new StreamGrammar() {
            @Override
            public void accept(Frame frame) {
                usual.accept(frame.text().startsWith(OWN_ERROR) ? Frame.of(null, OPENAI_ERROR) : frame);
            }

            @Override
            public void end() {
                usual.end();
            }
        };
    }
}
