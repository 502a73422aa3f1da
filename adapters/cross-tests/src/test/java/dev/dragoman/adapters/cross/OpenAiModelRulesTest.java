// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.translate.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenAI's models refuse, with the profile of OpenAI around its dialect, as the gateway has it. */
class OpenAiModelRulesTest {
    private static final VendorProfile OPENAI = ServiceLoader.load(ProfileSource.class).stream()
            .flatMap(source -> source.get().profiles().stream())
            .filter(profile -> profile.id().equals("openai"))
            .findFirst()
            .orElseThrow();

    private final Losses losses = new Losses();
    private ModelCatalog configured = ModelCatalog.NONE;

    private JsonNode sent(ChatRequestBuilder builder) {
        ChatRequest request = builder.user("Hi").build();
        Dialect dialect = new VendorDialects(OPENAI, Dialects.load(getClass().getClassLoader())).of(request.model());
        byte[] body = dialect.requestEncoder()
                .encode(request, EncodeContext.toVendor(losses, "openai").withModels(configured))
                .body();
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lost() {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static ChatRequestBuilder drawn(String model) {
        return ChatRequest.builder(model).temperature(0.5).frequencyPenalty(0.1).stop(List.of("END"));
    }

    @Test
    void a_model_that_reasons_draws_in_its_own_way() {
        JsonNode body = sent(drawn("gpt-5").maxOutputTokens(100L));
        assertThat(body.get("max_completion_tokens").asInt()).isEqualTo(100);
        assertThat(body.has("temperature") || body.has("frequency_penalty") || body.has("stop"))
                .isFalse();
        assertThat(lost()).isEqualTo("sampling.temperature DROPPED; sampling.frequencyPenalty DROPPED; stop DROPPED");
    }

    @Test
    void one_that_is_told_not_to_reason_takes_a_temperature() {
        JsonNode body = sent(drawn("gpt-5.1").reasoningEffort(ReasoningEffort.NONE));
        assertThat(body.get("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.get("reasoning_effort").asText()).isEqualTo("none");
        assertThat(lost()).isEqualTo("sampling.frequencyPenalty DROPPED; stop DROPPED");
    }

    @Test
    void a_switch_is_an_effort_and_frees_the_temperature_too() {
        JsonNode body = sent(ChatRequest.builder("gpt-5.2")
                .temperature(0.5)
                .reasoning(ReasoningSettings.ofMode(ReasoningSettings.Mode.OFF)));
        assertThat(body.get("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.get("reasoning_effort").asText()).isEqualTo("none");
        assertThat(lost()).isEqualTo("reasoning.mode EMULATED");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, minimal, minimal",
        "gpt-5, xhigh, high",
        "gpt-5.1, minimal, low",
        "gpt-5.2, xhigh, xhigh",
        "o3, minimal, low",
        "o3, max, high",
        "gpt-unheard-of, max, max"
    })
    void pitfall_16_each_model_knows_its_own_efforts(String model, String asked, String said) {
        JsonNode body = sent(ChatRequest.builder(model).reasoningEffort(new ReasoningEffort(asked)));
        assertThat(body.get("reasoning_effort").asText()).isEqualTo(said);
        assertThat(lost()).isEqualTo(asked.equals(said) ? "" : "reasoning.effort APPROXIMATED");
    }

    @Test
    void pitfall_16_a_model_that_does_not_reason_is_not_asked_to() {
        JsonNode body = sent(ChatRequest.builder("gpt-4o").reasoningEffort(ReasoningEffort.HIGH));
        assertThat(body.has("reasoning_effort")).isFalse();
        assertThat(lost()).isEqualTo("reasoning DROPPED");
    }

    @Test
    void other_models_are_asked_for_everything() {
        for (String model : List.of("gpt-4o", "gpt-5-chat-latest", "my-fine-tune")) {
            JsonNode body = sent(drawn(model));
            assertThat(body.get("temperature").asDouble()).isEqualTo(0.5);
            assertThat(body.get("stop").toString()).contains("END");
        }
        assertThat(lost()).isEmpty();
    }

    @Test
    void what_a_model_can_do_may_be_configured() {
        configured = ModelCatalog.parse(
                "{\"models\":[{\"match\":[\"gpt-5\"],\"efforts\":[]},{\"match\":[\"mine\"],\"sampling\":false}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(sent(drawn("gpt-5")).has("temperature")).isTrue();
        assertThat(lost()).isEmpty();
        assertThat(sent(drawn("mine")).has("temperature")).isFalse();
        assertThat(lost()).isEqualTo("sampling.temperature DROPPED; sampling.frequencyPenalty DROPPED");
    }
}
