// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    private static final byte[] BODY = {'{', '}'};

    @Test
    void a_name_is_one_segment_unless_it_may_be_several() {
        assertThat(RequestTarget.segment("a/b c\u00fc?#%\r\n")).isEqualTo("a%2Fb%20c%C3%BC%3F%23%25%0D%0A");
        assertThat(RequestTarget.segments("a/b@1?")).isEqualTo("a/b@1%3F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/model/../x",
                "/model/.",
                "/models/..:x/../y",
                "/model/..%2F..%2Fx/converse",
                "/model/%2e%2E/converse",
                "/model/.%252e/converse",
                "/model/..%5cx/converse",
                "/..?alt=sse"
            })
    void a_way_to_somewhere_else_is_the_callers_fault(String path) {
        assertThatThrownBy(() -> new EncodedRequest(path, Map.of(), BODY))
                .isInstanceOfSatisfying(ChatException.class, e -> {
                    assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
                    assertThat(e.error().param()).isEqualTo("model");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
                "/model/us.x-v1%3A0/converse",
                "/models/...:x",
                "/models/..a/b..",
                "/v1/chat?next=../x"
            })
    void other_dots_are_names(String path) {
        assertThatCode(() -> new EncodedRequest(path, Map.of(), BODY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "/a b", "/a#b", "/a\r\nb", "/\u00fc", "/a%", "/a%zz", "/a?b c"})
    void a_path_is_percent_encoded(String path) {
        assertThatThrownBy(() -> new EncodedRequest(path, Map.of(), BODY)).isInstanceOf(IllegalArgumentException.class);
    }
}
