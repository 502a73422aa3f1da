// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.loss.Losses;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.testkit.json.JsonTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's dialect is OpenAI's own: its speakers are taken at their word, and the others' words are translated. */
class OwnDialectTest {
    private final ToVendor vendors = new ToVendor();
    private final Losses losses = vendors.losses();

    @Test
    void pitfall_12_reasoning_of_earlier_turns_is_not_sent_to_openai() {
        JsonNode sent = vendors.forwardBody(
                "openai",
                "gpt-5",
                "{'model':'m','messages':[{'role':'user','content':'a'},"
                        + "{'role':'assistant','content':'b','reasoning_content':'hm'},{'role':'user','content':'c'}]}");
        assertThat(sent.at("/messages/1").has("reasoning_content")).isFalse();
        assertThat(losses.toList()).extracting("path").containsExactly("messages[1].reasoning_content");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'enable_thinking':false|{'reasoning_effort':'none'}|enable_thinking",
                "'enable_thinking':true|{}|enable_thinking",
                "'thinking_budget':64000|{'reasoning_effort':'high'}|thinking_budget",
                "'top_k':5|{}|top_k",
                "'include_reasoning':true|{}|include_reasoning",
            })
    void openai_itself_is_spared_the_fields_that_compatible_vendors_added(String in, String out, String loss) {
        JsonNode sent = vendors.translate("openai", "gpt-5.1", in);
        ObjectNode expected = (ObjectNode) JsonTrees.parse(out.replace('\'', '"'));
        expected.put("model", "gpt-5.1");
        expected.set("messages", sent.get("messages"));
        assertThat(sent).isEqualTo(expected);
        assertThat(losses.toList()).extracting("path").contains(loss);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-chat", "azure-openai"})
    void what_clients_of_openais_own_dialect_write_goes_on_as_it_is(String adapter) {
        String body = "{'model':'m','messages':[{'role':'user','content':'x'}],'top_k':5,'enable_thinking':true,"
                + "'thinking_budget':100,'provider':{'order':['a']},'reasoning_effort':'high','z':[1.50]}";
        assertThat(vendors.forwardBody(adapter, "m", body)).isEqualTo(JsonTrees.parse(body.replace('\'', '"')));
        assertThat(losses.toList()).isEmpty();
        // Earlier reasoning of somebody else is left out all the same, and nothing with it.
        String thought = body.replace(
                "'content':'x'}",
                "'content':'x'},{'role':'assistant','content':'y',"
                        + "'reasoning_content':'hm'},{'role':'user','content':'z'}");
        JsonNode sent = vendors.forwardBody(adapter, "m", thought);
        assertThat(sent.at("/messages/1").has("reasoning_content")).isFalse();
        assertThat(sent.get("top_k").asInt()).isEqualTo(5);
        assertThat(sent.at("/provider/order/0").asText()).isEqualTo("a");
        assertThat(losses.toList()).extracting("path").containsExactly("messages[1].reasoning_content");
    }

    @Test
    void words_of_another_profile_are_translated_for_openai_and_pass_to_compatible_vendors() {
        Dialect openai = Vendors.dialect("openai");
        assertThat(ProfiledDialect.takes(openai, Vendors.DIALECTS.get("openai-chat")))
                .isTrue();
        assertThat(ProfiledDialect.takes(openai, Vendors.dialect("azure-openai")))
                .isTrue();
        assertThat(ProfiledDialect.takes(openai, Vendors.dialect("servicestack")))
                .isFalse();
        assertThat(ProfiledDialect.takes(openai, Vendors.DIALECTS.get("anthropic-messages")))
                .isFalse();
        assertThat(ProfiledDialect.takes(Vendors.dialect("qwen"), Vendors.dialect("servicestack")))
                .isTrue();
    }
}
