// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossPolicyTest {
    private static final Loss NOTE = new Loss("metadata", LossKind.DROPPED, Severity.NOTE, "no place");
    private static final Loss CHANGE = new Loss("stop", LossKind.DROPPED, Severity.CHANGES_ANSWER, "no place");
    private static final Loss EMULATED = new Loss("outputFormat", LossKind.EMULATED, Severity.CHANGES_ANSWER, "a tool");

    @Test
    void report_serves_everything() {
        assertThatCode(() -> LossPolicy.REPORT.check(List.of(NOTE, CHANGE, EMULATED)))
                .doesNotThrowAnyException();
    }

    @Test
    void safe_refuses_what_would_change_the_answer() {
        assertThatCode(() -> LossPolicy.SAFE.check(List.of(NOTE, EMULATED))).doesNotThrowAnyException();
        ChatException e = catchThrowableOfType(ChatException.class, () -> LossPolicy.SAFE.check(List.of(NOTE, CHANGE)));
        assertThat(e.error().status()).isEqualTo(400);
        assertThat(e.error().param()).isEqualTo("stop");
        assertThat(e).hasMessageContaining("stop (DROPPED").hasMessageNotContaining("metadata");
    }

    @Test
    void strict_refuses_any_loss_and_names_all() {
        ChatException e =
                catchThrowableOfType(ChatException.class, () -> LossPolicy.STRICT.check(List.of(NOTE, EMULATED)));
        assertThat(e).hasMessageContaining("metadata").hasMessageContaining("outputFormat");
    }

    @Test
    void severities_follow_from_the_field() {
        assertThat(FieldSeverity.of("metadata")).isEqualTo(Severity.NOTE);
        assertThat(FieldSeverity.of("endUser.user")).isEqualTo(Severity.NOTE);
        assertThat(FieldSeverity.of("messages[3].parts[0].cache.ttl")).isEqualTo(Severity.NOTE);
        assertThat(FieldSeverity.of("sampling.topK")).isEqualTo(Severity.CHANGES_ANSWER);
        assertThat(FieldSeverity.of("messages[3].parts[0].source")).isEqualTo(Severity.CHANGES_ANSWER);
    }

    @Test
    void each_listed_field_begins_with_one_of_the_model() {
        Set<String> fields = Stream.of(ChatRequest.class, ChatResponse.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertThat(FieldSeverity.NOTES).allSatisfy(path -> assertThat(fields).contains(path.replaceFirst("\\..*", "")));
    }

    @Test
    void ids_of_a_vendors_store_do_not_change_the_answer_elsewhere() {
        String own = "extensions.openai-responses.";
        assertThat(FieldSeverity.of("messages[1].parts[0]." + own + "item.id")).isEqualTo(Severity.NOTE);
        assertThat(FieldSeverity.of("messages[1].parts[0]." + own + "id")).isEqualTo(Severity.NOTE);
        assertThat(FieldSeverity.of("messages[1].parts[0]." + own + "namespace"))
                .isEqualTo(Severity.CHANGES_ANSWER);
        assertThat(FieldSeverity.of(own + "previous_response_id")).isEqualTo(Severity.CHANGES_ANSWER);
    }
}
