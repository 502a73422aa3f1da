// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamedArgumentsTest {
    private final StreamedArguments arguments = new StreamedArguments();

    @Test
    void pieces_of_an_object_pass_as_soon_as_it_cannot_be_a_wrapper() {
        assertThat(arguments.take("{\"")).isEmpty();
        assertThat(arguments.take("city\":")).isEqualTo("{\"city\":");
        assertThat(arguments.take("1}")).isEqualTo("1}");
        assertThat(arguments.rest("{}")).isEmpty();
    }

    @Test
    void wrapped_text_comes_out_at_the_end() {
        assertThat(arguments.take("{\"rawInvalid")).isEmpty();
        assertThat(arguments.take("Input\":\"not JSON\"}")).isEmpty();
        assertThat(arguments.rest("{}")).isEqualTo("not JSON");
    }

    @Test
    void a_broken_wrapper_comes_out_as_it_is() {
        arguments.take("{\"rawInvalidInput\":\"no");
        assertThat(arguments.rest("{}")).isEqualTo("{\"rawInvalidInput\":\"no");
    }

    @Test
    void without_pieces_the_call_began_with_all_of_it() {
        assertThat(arguments.rest("{\"city\":1}")).isEqualTo("{\"city\":1}");
    }
}
