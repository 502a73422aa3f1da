// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static dev.dragoman.runtime.demo.Heard.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason.Kind;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.WebSearch;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoModelTest {
    private static final MediaSource PNG = new MediaSource.Base64("image/png", "iVBORw0KGgo=");

    @Test
    void shows_what_it_understood() {
        Heard heard = Heard.of(ChatRequest.builder("chat").system("Be kind.").user("Hello!"));
        assertThat(heard.text())
                .isEqualTo("Hello, this is the demo model of Dragoman. You wrote: \"Hello!\"."
                        + " I received 2 messages and 1 instruction.");
        ChatResponse response = heard.response();
        assertThat(response.id()).isEqualTo("demo-0123456789abcdef0123456789abcdef");
        assertThat(response.model()).isEqualTo("chat");
        assertThat(response.created()).isEqualTo(Heard.NOW.getEpochSecond());
        assertThat(heard.finish().kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void streams_word_by_word() {
        assertThat(Heard.of(chat("Hi")).of(ChatEvent.TextDelta.class))
                .hasSizeGreaterThan(10)
                .extracting(ChatEvent.TextDelta::text)
                .startsWith("Hello", ",", " this", " is");
    }

    @Test
    void counts_pictures_sounds_and_files() {
        Heard heard = Heard.of(ChatRequest.builder("chat")
                .user(
                        Text.of("Look and listen"),
                        Image.of(PNG),
                        Image.of(MediaSource.Url.of("https://example.org/a.png")),
                        Audio.of(new MediaSource.Base64("audio/wav", "UklGRg==")),
                        Document.of(new MediaSource.Base64("application/pdf", "JVBERg=="), "a.pdf")));
        assertThat(heard.text()).contains("2 images, 1 audio clip and 1 file");
        Usage usage = heard.response().usage();
        assertThat(usage.inputTokens()).isEqualTo(3 + 3 + 2 * 85 + 50 + 200);
        assertThat(usage.input().image()).isEqualTo(170);
        assertThat(usage.input().audio()).isEqualTo(50);
    }

    @Test
    void cuts_before_the_first_stop_sequence() {
        Heard heard = Heard.of(chat("count to 9").stop(List.of("8", " 5", " 6")));
        assertThat(heard.text()).isEqualTo("1 2 3 4");
        assertThat(heard.finish().kind()).isEqualTo(Kind.STOP_SEQUENCE);
        assertThat(heard.finish().stopSequence()).isEqualTo(" 5");
    }

    @Test
    void ends_with_length_at_the_limit() {
        Heard heard = Heard.of(chat("count to 9").maxOutputTokens(3L));
        assertThat(heard.text()).isEqualTo("1 2 3");
        assertThat(heard.finish().kind()).isEqualTo(Kind.LENGTH);
        assertThat(heard.response().usage().outputTokens()).isEqualTo(3);
    }

    @Test
    void the_limit_counts_before_a_later_stop_sequence() {
        Heard heard = Heard.of(chat("count to 9").maxOutputTokens(3L).stop(List.of("7")));
        assertThat(heard.finish().kind()).isEqualTo(Kind.LENGTH);
    }

    @Test
    void a_text_that_just_fits_is_complete() {
        Heard heard = Heard.of(chat("count to 3").maxOutputTokens(4L));
        assertThat(heard.text()).isEqualTo("1 2 3.");
        assertThat(heard.finish().kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void gives_several_answers_side_by_side() {
        Heard heard = Heard.of(chat("Hello").choiceCount(6));
        List<Choice> choices = heard.response().choices();
        assertThat(choices).extracting(Choice::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(new HashSet<>(choices.stream().map(c -> c.message().text()).toList()))
                .hasSize(6);
        assertThat(heard.of(ChatEvent.TextDelta.class))
                .extracting(ChatEvent.TextDelta::choice)
                .startsWith(0, 1, 2, 3, 4, 5, 0, 1);
    }

    @Test
    void usage_counts_every_choice() {
        long one = Heard.of(chat("count to 5")).response().usage().outputTokens();
        long two =
                Heard.of(chat("count to 5").choiceCount(2)).response().usage().outputTokens();
        assertThat(one).isEqualTo(6);
        assertThat(two).isGreaterThan(2 * one);
    }

    @Test
    void echoes_the_service_tier() {
        assertThat(Heard.of(chat("Hi").serviceTier("flex")).response().serviceTier())
                .isEqualTo("flex");
        assertThat(Heard.of(chat("Hi").serviceTier("auto")).response().serviceTier())
                .isEqualTo("default");
        assertThat(Heard.of(chat("Hi")).response().serviceTier()).isEqualTo("default");
    }

    @Test
    void cites_a_page_when_it_may_search() {
        Text text = (Text) Heard.of(chat("Hi").webSearch(WebSearch.DEFAULT))
                .response()
                .choices()
                .get(0)
                .message()
                .parts()
                .get(0);
        assertThat(text.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.url()).isEqualTo("https://example.org/demo");
            assertThat(text.text().substring(citation.start(), citation.end()))
                    .isEqualTo("More about this is on example.org.");
        });
    }

    @Test
    void repeats_half_of_a_prediction() {
        Heard heard = Heard.of(chat("Hi").prediction(new Prediction(List.of("one two ", "three four"))));
        assertThat(heard.text()).startsWith("one two ");
        Usage usage = heard.response().usage();
        assertThat(usage.output().acceptedPrediction()).isEqualTo(2);
        assertThat(usage.output().rejectedPrediction()).isEqualTo(2);
        assertThat(usage.outputTokens()).isEqualTo(Tokens.count(heard.text()) + 2);
    }

    @Test
    void the_provider_may_stand_before_the_model() {
        assertThat(Heard.of(ChatRequest.builder("demo/chat").user("Hi"))
                        .response()
                        .model())
                .isEqualTo("chat");
        assertThat(Heard.of(ChatRequest.builder("no-such-model").user("Hi")).text())
                .startsWith("Hello, this is");
    }

    @Test
    void answers_an_empty_conversation() {
        assertThat(Heard.of(ChatRequest.builder("chat")).text()).contains("nothing", "0 messages");
    }
}
