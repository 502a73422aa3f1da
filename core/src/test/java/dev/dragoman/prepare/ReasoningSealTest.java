// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReasoningSealTest {
    private static final Origin ORIGIN = new Origin("acme", "m-1");

    private static ReasoningSeal read(ReasoningSeal seal) {
        return Objects.requireNonNull(ReasoningSeal.read(seal.write()));
    }

    @Test
    void pitfall_10_reasoning_comes_back_as_its_issuer_made_it() {
        Reasoning part = new Reasoning("Hm.", List.of("a", "b"), "sig", "enc", "rs_1", ORIGIN, Extensions.NONE);
        assertThat(read(ReasoningSeal.of(part)).reasoning("Hm.", Extensions.NONE))
                .isEqualTo(part);
    }

    @Test
    void pitfall_8_a_signature_alone_has_no_text() {
        Reasoning part = new Reasoning(null, List.of(), "sig", null, null, null, Extensions.NONE);
        assertThat(read(ReasoningSeal.of(part)).reasoning("", Extensions.NONE)).isEqualTo(part);
    }

    @Test
    void signatures_of_other_parts_name_their_place() {
        Signature signature = new Signature("sig", ORIGIN);
        assertThat(read(ReasoningSeal.ofNext(signature)).ofPart()).isEqualTo(signature);
        assertThat(read(ReasoningSeal.ofNext(signature)).next()).isTrue();
        assertThat(read(ReasoningSeal.ofCall(2, signature)).ofPart()).isEqualTo(signature);
        assertThat(read(ReasoningSeal.ofCall(2, signature)).call()).isEqualTo(2);
        assertThat(read(ReasoningSeal.of(Reasoning.of("Hm.", ORIGIN))).ofPart()).isNull();
    }

    @Test
    void broken_seals_are_none() {
        assertThat(ReasoningSeal.read("EuYBCkQ")).isNull();
        assertThat(ReasoningSeal.read("dragoman.1.%")).isNull();
        assertThat(ReasoningSeal.read("dragoman.1.e30x")).isNull();
        assertThat(ReasoningSeal.read(null)).isNull();
        assertThat(ReasoningSeal.isSeal("dragoman.1.%")).isTrue();
    }

    @Test
    void bodies_show_that_they_hold_one() {
        String seal = ReasoningSeal.of(Reasoning.of("Hm.", ORIGIN)).write();
        assertThat(ReasoningSeal.mayBeIn(("{\"signature\":\"" + seal + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(ReasoningSeal.mayBeIn("{\"a\":\"dragoman.\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
