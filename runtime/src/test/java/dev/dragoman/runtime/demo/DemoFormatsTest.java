// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static dev.dragoman.runtime.demo.Heard.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason.Kind;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFormatsTest {
    @Test
    void writes_a_json_object() {
        String text = Heard.of(chat("Say \"hi\" in JSON").outputFormat(OutputFormat.JSON_OBJECT))
                .text();
        assertThat(RawJson.parse(text).isObject()).isTrue();
        assertThat(text).contains("\"messages\":1");
    }

    @Test
    void writes_json_of_a_schema() {
        RawJson schema = RawJson.parse(
                "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}");
        OutputFormat format = new OutputFormat.JsonSchema("place", null, schema, true);
        assertThat(Heard.of(chat("I live in Oslo").outputFormat(format)).text()).isEqualTo("{\"city\":\"Oslo\"}");
    }

    @Test
    void gives_probabilities_of_each_token() {
        Heard heard = Heard.of(chat("Hi").logprobs(new LogprobSettings(true, 2)));
        List<TokenLogprob> tokens = heard.response().choices().get(0).logprobs().content();
        assertThat(String.join("", tokens.stream().map(TokenLogprob::token).toList()))
                .isEqualTo(heard.text());
        assertThat(tokens).allSatisfy(token -> {
            assertThat(token.logprob()).isNegative();
            assertThat(token.top())
                    .hasSize(2)
                    .first()
                    .extracting(TokenLogprob::token)
                    .isEqualTo(token.token());
            assertThat(token.top().get(1).logprob()).isLessThan(token.logprob());
            assertThat(token.top().get(1).top()).isNull();
        });
    }

    @Test
    void without_alternatives_the_list_is_empty() {
        Heard heard = Heard.of(chat("Hi").logprobs(new LogprobSettings(true, null)));
        assertThat(heard.response().choices().get(0).logprobs().content())
                .allSatisfy(token -> assertThat(token.top()).isEmpty());
        assertThat(Heard.of(chat("Hi")).response().choices().get(0).logprobs().isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"wav,audio/wav,RIFF", "mp3,audio/mpeg,", "pcm16,audio/pcm16,"})
    void speaks(String format, String mediaType, String magic) {
        Heard heard = Heard.of(chat("Say something")
                .modalities(List.of("text", "audio"))
                .audioOutput(new AudioOutput(format, "alloy", null)));
        Audio audio =
                (Audio) heard.response().choices().get(0).message().parts().get(0);
        MediaSource.Base64 source = (MediaSource.Base64) audio.source();
        assertThat(source.mediaType()).isEqualTo(mediaType);
        byte[] sound = Base64.getDecoder().decode(source.data());
        assertThat(new String(sound, 0, 4, StandardCharsets.ISO_8859_1)).startsWith(magic == null ? "" : magic);
        assertThat(audio.transcript()).contains("You wrote: \"Say something\".");
        assertThat(audio.expiresAt()).isEqualTo(Heard.NOW.getEpochSecond() + 3600);
        assertThat(audio.id()).startsWith("audio_");
        assertThat(heard.response().usage().output().audio()).isEqualTo(Tokens.count(audio.transcript()));
        assertThat(heard.of(ChatEvent.AudioDelta.class)).hasSizeGreaterThan(3);
    }

    @Test
    void says_which_sounds_it_cannot_make() {
        Heard heard =
                Heard.of(chat("Hi").modalities(List.of("audio")).audioOutput(new AudioOutput("opus", null, null)));
        assertThat(heard.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChatEvent.StreamFailed.class,
                        failed -> assertThat(failed.error().message()).contains("wav, pcm16, mp3"));
    }

    @Test
    void refuses_when_asked_to() {
        Heard heard = Heard.of(chat("Please refuse this").logprobs(new LogprobSettings(true, null)));
        assertThat(heard.response().choices().get(0).message().parts())
                .containsExactly(Refusal.of("I was asked to refuse, so I do."));
        assertThat(heard.finish().kind()).isEqualTo(Kind.REFUSAL);
        assertThat(heard.response().choices().get(0).logprobs().refusal()).isNotEmpty();
    }

    @Test
    void is_filtered_when_asked_to() {
        assertThat(Heard.of(chat("please filter")).finish().kind()).isEqualTo(Kind.CONTENT_FILTER);
    }

    @ParameterizedTest
    @CsvSource({"400,INVALID_REQUEST,", "401,AUTHENTICATION,", "429,RATE_LIMIT,1", "500,INTERNAL,", "503,OVERLOADED,1"})
    void fails_when_asked_to(int status, ErrorKind kind, Long seconds) {
        for (Heard heard :
                List.of(Heard.of(chat("Hi").model("error-" + status)), Heard.of(chat("Please fail with " + status)))) {
            assertThat(heard.events()).singleElement().isInstanceOfSatisfying(ChatEvent.StreamFailed.class, failed -> {
                assertThat(failed.error().kind()).isEqualTo(kind);
                assertThat(failed.error().status()).isEqualTo(status);
                assertThat(failed.error().retryAfter()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken-stream", "chat"})
    void breaks_off_when_asked_to(String model) {
        Heard heard = Heard.of(chat("Please break off").model(model));
        assertThat(heard.of(ChatEvent.TextDelta.class)).isNotEmpty();
        assertThat(heard.events().get(heard.events().size() - 1)).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void has_a_limit_of_choices() {
        assertThat(Heard.of(chat("Hi").choiceCount(129)).events())
                .singleElement()
                .isInstanceOf(ChatEvent.StreamFailed.class);
    }
}
