// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.fanout.FannedCall;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import dev.dragoman.runtime.routing.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayQuestionTest {
    private static final OpenAiChatDialect DIALECT = new OpenAiChatDialect();

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void a_body_passes_through_unless_the_vendor_has_to_be_asked_repeatedly(int choices, boolean relayed) {
        String body = "{\"model\":\"m\",\"n\":" + choices + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        WireRequest wire = WireRequest.of(body.getBytes(StandardCharsets.UTF_8));
        DecodedRequest decoded = DIALECT.requestDecoder().decode(wire);
        GatewayQuestion question = new GatewayQuestion(DIALECT, wire, decoded, LossPolicy.REPORT);
        Route route = new Route(new SingleMinded(), "m");
        assertThat(question.prepare(route).relayed()).isEqualTo(relayed);
        assertThat(question.continues(route)).isEqualTo(choices == 1);
    }

    /** Speaks the client's dialect and makes one answer at a time. */
    private static final class SingleMinded implements Provider {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public String adapter() {
            return "openai";
        }

        @Override
        public List<String> models() {
            return List.of();
        }

        @Override
        public boolean speaks(Dialect dialect) {
            return true;
        }

        @Override
        public boolean asksRepeatedly(ChatRequest request) {
            return request.choiceCount() != null && request.choiceCount() > 1;
        }

        @Override
        public boolean continues(ChatRequest request) {
            return true;
        }

        @Override
        public ProviderCall call(ChatRequest request, Losses losses) {
            return new FannedCall(List.of(new Silent(), new Silent()));
        }

        @Override
        public ProviderCall forward(WireRequest wire, ChatRequest request, String model, Losses losses) {
            return new Silent();
        }
    }

    /** Never answers. */
    private static final class Silent implements ProviderCall {
        @Override
        public CallHandle answer(AnswerSink sink) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public StreamHandle stream(StreamSink sink) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }
}
