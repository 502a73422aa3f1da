// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.lang.reflect.RecordComponent;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModelFieldsTest {
    private static final SampleContext CONTEXT =
            new SampleContext("toy", "toy", type -> RawJson.parse("{\"type\":\"" + type + "\"}"));

    private final ModelFields fields = new ModelFields(CONTEXT);

    @Test
    void every_component_of_a_request_and_an_answer_is_a_field() {
        Set<String> requestFields = new TreeSet<>();
        fields.ofRequests().forEach(value -> requestFields.add(value.field().replaceAll("[.<].*", "")));
        assertThat(requestFields).containsExactlyInAnyOrderElementsOf(names(ChatRequest.class));
        Set<String> responseFields = new TreeSet<>();
        fields.ofResponses().forEach(value -> responseFields.add(value.field().replaceAll("[.<].*", "")));
        responseFields.add("losses");
        assertThat(responseFields).containsExactlyInAnyOrderElementsOf(names(ChatResponse.class));
    }

    @Test
    void fields_are_found_at_any_depth_and_in_each_kind() {
        assertThat(fields.ofRequests().stream().map(FieldCase::field))
                .contains(
                        "sampling.topK",
                        "messages.role",
                        "messages.parts<Image>.detail",
                        "messages.parts<Image>.source<Base64>.mediaType",
                        "messages.parts<ToolResult>.content<Document>.citations",
                        "messages.parts<Reasoning>.signature",
                        "tools<CustomTool>.grammar.syntax",
                        "toolChoice<Allowed>.tools.kind",
                        "webSearch.location.city",
                        "outputFormat<JsonObject>");
        assertThat(fields.ofResponses().stream().map(FieldCase::field))
                .contains(
                        "choices.logprobs.content.top.bytes",
                        "choices.message.parts<Text>.citations.url",
                        "usage.input.cacheWriteLong",
                        "choices.finishReason.kind");
    }

    @Test
    void each_case_has_its_field_at_its_path_and_is_otherwise_plain() {
        for (FieldCase<ChatRequest> value : fields.ofRequests()) {
            assertThat(ModelPath.exists(value.value(), value.path()))
                    .as(value.path())
                    .isTrue();
        }
        for (FieldCase<ChatResponse> value : fields.ofResponses()) {
            assertThat(ModelPath.exists(value.value(), value.path()))
                    .as(value.path())
                    .isTrue();
        }
        ChatRequest topK = fields.ofRequests().stream()
                .filter(value -> value.field().equals("sampling.topK"))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(ModelDiff.between(ModelFields.plainRequest(), topK))
                .extracting(Difference::path)
                .containsExactly("sampling.topK");
    }

    @Test
    void open_words_and_both_booleans_are_tried() {
        assertThat(fields.ofRequests().stream()
                        .filter(value -> value.field().equals("reasoning.effort.value"))
                        .map(FieldCase::label))
                .containsExactlyInAnyOrder("none", "minimal", "low", "medium", "high", "xhigh", "max");
        assertThat(fields.ofRequests().stream()
                        .filter(value -> value.field().equals("store"))
                        .map(FieldCase::label))
                .containsExactly("true", "false");
    }

    private static List<String> names(Class<?> type) {
        return Records.components(type).stream().map(RecordComponent::getName).toList();
    }

    /** A component that may be added to the model one day. */
    record Grown(String name, List<Integer> numbers, boolean flag) {}

    /** A component that nobody can make. */
    record Strange(BitSet bits) {}

    @Test
    void a_new_component_gets_values_by_its_type() {
        Variants variants = new Variants(CONTEXT);
        Grown base = new Grown("", List.of(), false);
        for (RecordComponent component : Records.components(Grown.class)) {
            assertThat(variants.component(base, component, List.of())).isNotEmpty();
        }
    }

    @Test
    void a_type_that_the_kit_cannot_make_fails_with_a_message_that_says_what_to_do() {
        Variants variants = new Variants(CONTEXT);
        RecordComponent bits = Records.components(Strange.class).get(0);
        assertThatThrownBy(() -> variants.component(new Strange(new BitSet()), bits, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Strange.bits")
                .hasMessageContaining("java.util.BitSet")
                .hasMessageContaining("teach it");
    }
}
