// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests that pass through, counts of tokens, lists of models. */
class GeminiRelayTest {
    private final Losses losses = new Losses();
    private final TokenCounts counts = Wire.DIALECT.tokenCounts().orElseThrow();

    private EncodeContext toVendor() {
        return EncodeContext.toVendor(losses, "gemini");
    }

    private String forward(String body) {
        WireRequest wire = new WireRequest(body.getBytes(StandardCharsets.UTF_8), "x/m", true, Map.of());
        EncodedRequest encoded = Wire.DIALECT.requestForwarder().forward(wire, "m", true, toVendor());
        assertThat(encoded.path()).isEqualTo("/v1beta/models/m:streamGenerateContent?alt=sse");
        return Wire.text(encoded.body());
    }

    @Test
    void a_body_passes_through_as_it_is() {
        String body = "{ \"contents\" : [ { \"parts\" : [ { \"text\" : \"\\u00fc\" } ] } ], \"x\" : 1.0 }";
        assertThat(forward(body)).isEqualTo(body);
        assertThat(forward("{\"model\":\"models/x\",\"contents\":[]}"))
                .isEqualTo("{\"model\":\"models/m\",\"contents\":[]}");
    }

    @Test
    void pitfall_9_seals_become_the_signatures_of_the_vendor_and_those_of_others_are_left_out() {
        String own = GeminiSeal.of(new Signature("b3du", new Origin("gemini", "m")));
        String foreign = GeminiSeal.of(new Signature("Zm9yZWlnbg==", new Origin("mistral", "m")));
        assertThat(forward("{\"contents\":[{\"role\":\"model\",\"parts\":["
                        + "{\"text\":\"Hm.\",\"thought\":true,\"thoughtSignature\":\"" + foreign + "\"},"
                        + "{\"functionCall\":{\"name\":\"a\"},\"thoughtSignature\":\"" + own + "\"},"
                        + "{\"functionCall\":{\"name\":\"b\"},\"thoughtSignature\":\"" + foreign + "\"}]}]}"))
                .isEqualTo("{\"contents\":[{\"role\":\"model\",\"parts\":["
                        + "{\"functionCall\":{\"name\":\"a\"},\"thoughtSignature\":\"b3du\"},"
                        + "{\"functionCall\":{\"name\":\"b\"}}]}]}");
        assertThat(Wire.lost(losses))
                .isEqualTo("contents[0].parts[0] DROPPED; contents[0].parts[2].thoughtSignature DROPPED");
    }

    @Test
    void tokens_of_a_conversation_or_of_a_whole_request_are_counted() {
        ChatRequest bare = counts.decodeRequest(Wire.sent("{\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}]}"));
        assertThat(bare.messages()).hasSize(1);
        ChatRequest whole = counts.decodeRequest(
                Wire.sent(
                        "{\"generateContentRequest\":{\"model\":\"models/x\","
                                + "\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}],\"systemInstruction\":{\"parts\":[{\"text\":\"s\"}]}}}"));
        assertThat(whole.messages()).hasSize(2);
        assertThatThrownBy(() -> counts.decodeRequest(Wire.sent("{}"))).isInstanceOf(ChatException.class);

        EncodedRequest asked = counts.encodeRequest(whole, toVendor());
        assertThat(asked.path()).isEqualTo("/v1beta/models/gemini-3-flash-preview:countTokens");
        assertThat(Wire.text(asked.body()))
                .startsWith(
                        "{\"generateContentRequest\":{\"model\":\"models/gemini-3-flash-preview\",\"systemInstruction\"");
        EncodedRequest vertex = counts.encodeRequest(
                whole, toVendor().withRefusedFields(Set.of("generateContentRequest", "functionCall.id")));
        assertThat(Wire.text(vertex.body())).startsWith("{\"systemInstruction\"");
        assertThat(Wire.text(counts.forwardRequest(
                                Wire.sent("{\"generateContentRequest\":{\"model\":\"models/x\",\"contents\":[]}}"),
                                "m",
                                toVendor())
                        .body()))
                .isEqualTo("{\"generateContentRequest\":{\"model\":\"models/m\",\"contents\":[]}}");
        assertThat(counts.decodeResponse("{\"totalTokens\":7}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(7);
        assertThat(Wire.text(counts.encodeResponse(7))).isEqualTo("{\"totalTokens\":7}");
    }

    @Test
    void models_are_resources() {
        byte[] list =
                Wire.DIALECT.modelListEncoder().encode(List.of(new ModelEntry("anthropic/claude", "anthropic", 1)));
        assertThat(Wire.text(list))
                .isEqualTo("{\"models\":[{\"name\":\"models/anthropic/claude\",\"displayName\":\"anthropic/claude\","
                        + "\"description\":\"Served by anthropic\",\"supportedGenerationMethods\":[\"generateContent\","
                        + "\"streamGenerateContent\",\"countTokens\"]}]}");
    }

    @Test
    void vertex_is_sent_no_ids_of_calls() {
        ChatRequest request = Wire.decode(
                "{\"contents\":[{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"id\":\"a\","
                        + "\"name\":\"f\"}}]},{\"parts\":[{\"functionResponse\":{\"id\":\"a\",\"name\":\"f\",\"response\":{}}}]}]}");
        String wire = Wire.text(Wire.DIALECT
                .requestEncoder()
                .encode(request, toVendor().withRefusedFields(Set.of("functionCall.id")))
                .body());
        assertThat(wire).doesNotContain("\"id\"");
    }

    @Test
    void pitfall_9_a_thought_of_another_vendor_in_pieces_is_left_out_with_its_contents() {
        String head = GeminiSeal.write(
                new ReasoningSeal(true, null, new Origin("mistral", "m"), true, null, null, null, List.of()));
        String rest = GeminiSeal.write(
                new ReasoningSeal(false, null, new Origin("mistral", "m"), true, "c2ln", null, null, List.of()));
        assertThat(forward("{\"contents\":[{\"parts\":[{\"text\":\"\",\"thought\":true,\"thoughtSignature\":\"" + head
                        + "\"}]},{\"parts\":[{\"text\":\"Hm.\",\"thought\":true}]},{\"parts\":[{\"text\":\"\",\"thought\":true,"
                        + "\"thoughtSignature\":\"" + rest + "\"}]},{\"parts\":[{\"text\":\"Yes.\"}]}]}"))
                .isEqualTo("{\"contents\":[{\"parts\":[{\"text\":\"Yes.\"}]}]}");
        assertThat(losses.size()).isEqualTo(3);
    }
}
