// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.testkit.Grammars;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.translate.Dialects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One client dialect, one vendor dialect, one scenario. */
record MatrixCell(WireDialect client, WireDialect vendor, Scenario scenario) {
    private static final Dialects DIALECTS = Dialects.load(MatrixCell.class.getClassLoader());
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * Plays it and checks what the vendor was asked and what the client was told.
     *
     * @return {@code false} if one of the two dialects has no words for the scenario
     */
    boolean play(URI gateway, PlayedVendors vendors) throws IOException, InterruptedException {
        if (client.exempt(scenario) != null || vendor.exempt(scenario) != null) {
            return false;
        }
        String model = vendors.model(vendor, scenario);
        String through = vendor.provider() + "/" + model;
        byte[] request = client.request(scenario, through);
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        gateway.resolve(client.clientPath(scenario.streamed(), through)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request));
        client.clientHeaders().forEach(http::header);
        HttpResponse<byte[]> response = HTTP.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
        String told = new String(response.body(), StandardCharsets.UTF_8);
        Play.Asked asked = vendors.play(model).asked().get();
        assertThat(asked)
                .as("the vendor was not asked; the client was told %s", told)
                .isNotNull();
        asked(asked, model, new String(request, StandardCharsets.UTF_8));
        if (scenario.error() != null) {
            failed(response, told);
        } else if (scenario == Scenario.CUT_STREAM) {
            cut(response, told);
        } else {
            assertThat(response.statusCode()).as(told).isEqualTo(200);
            if (scenario.streamed()) {
                streamed(response);
            } else {
                whole(told);
            }
        }
        return true;
    }

    private void asked(Play.Asked asked, String model, String request) {
        assertThat(asked.uri()).isEqualTo(vendor.vendorPath(scenario.streamed(), model));
        JsonNode sent = Fact.parse(request);
        JsonNode got = Fact.parse(asked.body());
        scenario.asked().forEach((fact, values) -> {
            if (fact == Fact.THINK) {
                assertThat(vendor.inRequest(fact, got))
                        .as("%s in %s", fact, got)
                        .isNotEmpty();
            } else {
                assertThat(vendor.inRequest(fact, got))
                        .as("%s in %s", fact, got)
                        .isEqualTo(values);
            }
        });
        List<String> limit = client.inRequest(Fact.MAX_TOKENS, sent);
        if (!limit.isEmpty()) {
            assertThat(vendor.inRequest(Fact.MAX_TOKENS, got))
                    .as("limit in %s", got)
                    .isEqualTo(limit);
        }
    }

    private void whole(String told) {
        JsonNode body = Fact.parse(told);
        scenario.answered()
                .forEach((fact, values) -> assertThat(comparable(fact, client.inReply(fact, body)))
                        .as("%s in %s", fact, told)
                        .isEqualTo(values));
        assertThat(client.finishWords(scenario.finish())).as(told).containsAll(client.inReply(Fact.FINISH, body));
        assertThat(client.inReply(Fact.FINISH, body)).as(told).isNotEmpty();
    }

    private void streamed(HttpResponse<byte[]> response) {
        String told = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(client.mediaType());
        List<JsonNode> frames = Framings.of(client.mediaType()).bodies(response.body());
        scenario.answered()
                .forEach((fact, values) -> assertThat(comparable(fact, client.inStream(fact, frames)))
                        .as("%s in %s", fact, told)
                        .isEqualTo(values));
        assertThat(client.inStream(Fact.FINISH, frames)).as(told).isNotEmpty();
        assertThat(client.finishWords(scenario.finish())).as(told).containsAll(client.inStream(Fact.FINISH, frames));
        assertThat(client.inStream(Fact.ERROR, frames)).as(told).isEmpty();
        grammatical(response.body());
    }

    /** A stream that breaks ends in the dialect's error, and never in a word for success. */
    private void cut(HttpResponse<byte[]> response, String told) {
        if (response.statusCode() != 200) { // the vendor broke off before anything could be told
            assertThat(response.statusCode()).as(told).isGreaterThanOrEqualTo(500);
            return;
        }
        List<JsonNode> frames = Framings.of(client.mediaType()).bodies(response.body());
        assertThat(client.inStream(Fact.ERROR, frames)).as(told).isNotEmpty();
        assertThat(client.finishWords("FAILED")).as(told).containsAll(client.inStream(Fact.FINISH, frames));
        grammatical(response.body());
    }

    private void failed(HttpResponse<byte[]> response, String told) {
        WireError expected = client.error(scenario.error() == null ? "" : scenario.error());
        assertThat(expected.toldStatuses()).as(told).contains(response.statusCode());
        JsonNode body = Fact.parse(told);
        expected.told()
                .forEach((pointer, value) -> assertThat(body.at(pointer).asText())
                        .as("%s in %s", pointer, told)
                        .isEqualTo(value));
        for (Map.Entry<String, String> header : expected.toldHeaders().entrySet()) {
            if (header.getKey().equals("retry-after")
                    && !vendor.error(scenario.error()).headers().containsKey("retry-after")) {
                continue; // nobody makes up how long to wait
            }
            assertThat(response.headers().firstValue(header.getKey()))
                    .as(header.getKey())
                    .contains(header.getValue());
        }
        assertThat(client.inReply(Fact.ERROR, body)).as(told).isNotEmpty().allMatch(text -> !text.isBlank());
    }

    private void grammatical(byte[] stream) {
        StreamGrammar grammar = Grammars.of(client.laws());
        FrameDecoder frames = DIALECTS.get(client.id()).frameDecoder();
        frames.feed(stream, 0, stream.length, grammar::accept);
        frames.end(grammar::accept);
        grammar.end();
    }

    /** The text of a structured answer is compared as JSON. */
    private List<String> comparable(Fact fact, List<String> values) {
        return fact == Fact.TEXT && scenario.answer().equals("structured")
                ? values.stream().map(Fact::canonical).toList()
                : values;
    }
}
