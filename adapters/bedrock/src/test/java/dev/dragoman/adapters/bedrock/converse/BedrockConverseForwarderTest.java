// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BedrockConverseForwarderTest {
    private final Losses losses = new Losses();

    private static String seal(String signature, Origin origin) {
        Reasoning thought = new Reasoning("Hm.", List.of(), signature, null, null, origin, Extensions.NONE);
        return ReasoningSeal.of(thought).write();
    }

    private EncodedRequest forward(WireRequest wire, String model) {
        return Wire.DIALECT.requestForwarder().forward(wire, model, true, EncodeContext.toVendor(losses, "bedrock"));
    }

    @Test
    void bodies_without_seals_pass_byte_for_byte() {
        WireRequest wire = Wire.wire("alias", "{ 'messages' : [ ] , 'x' : 1.50 }");
        EncodedRequest forwarded = forward(wire, "amazon.nova-lite-v1:0");
        assertThat(forwarded.body()).isSameAs(wire.body());
        assertThat(forwarded.path()).isEqualTo("/model/amazon.nova-lite-v1%3A0/converse-stream");
    }

    @Test
    void pitfall_9_what_others_sealed_is_taken_out_and_the_vendors_own_is_unsealed() {
        String own = seal("own-signature", new Origin("bedrock", "anthropic.claude-sonnet-4-5-20250929-v1:0"));
        String foreign = seal("foreign-signature", new Origin("gemini", "g"));
        String carrier = ReasoningSeal.ofNext(new Signature("s", new Origin("gemini", "g")))
                .write();
        String block = "{'reasoningContent':{'reasoningText':{'text':'Hm.','signature':'%s'}}}";
        WireRequest wire = Wire.wire(
                "alias",
                "{'messages':[{'role':'user','content':[{'text':'Hi'}]},{'role':'assistant','content':["
                        + block.formatted(own) + "," + block.formatted(foreign) + "," + block.formatted(carrier)
                        + ",{'text':'Hello'}]}]}");
        assertThat(Wire.json(forward(wire, Wire.CLAUDE_4_5).body()).at("/messages/1/content"))
                .isEqualTo(Wire.json("[" + block.formatted("own-signature") + ",{'text':'Hello'}]"));
        assertThat(Wire.lost(losses)).isEqualTo("messages[1].content[1] DROPPED; messages[1].content[2] DROPPED");
        assertThat(Wire.json(forward(wire, "amazon.nova-lite-v1:0").body()).at("/messages/1/content"))
                .isEqualTo(Wire.json("[{'text':'Hello'}]"));
    }

    @Test
    void tokens_are_counted_of_a_request_inside_of_its_input() {
        TokenCounts counts = Wire.DIALECT.tokenCounts().orElseThrow();
        ChatRequest request = counts.decodeRequest(
                Wire.wire(
                        Wire.CLAUDE_4_5,
                        "{'input':{'converse':{'messages':[{'role':'user','content':[{'text':'Hi'}]}],'system':[{'text':'S'}]}}}"));
        assertThat(request.messages()).hasSize(2);
        EncodedRequest encoded = counts.encodeRequest(
                request.toBuilder().temperature(0.5).build(), EncodeContext.toVendor(losses, "bedrock"));
        assertThat(encoded.path()).endsWith("/count-tokens");
        assertThat(Wire.json(encoded.body()))
                .isEqualTo(Wire.json("{'input':{'converse':{'system':[{'text':'S'}],"
                        + "'messages':[{'role':'user','content':[{'text':'Hi'}]}]}}}"));
        assertThat(counts.decodeResponse(counts.encodeResponse(7))).isEqualTo(7);
    }
}
