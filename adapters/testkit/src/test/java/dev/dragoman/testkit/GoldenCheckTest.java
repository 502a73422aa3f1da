// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.model.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenCheckTest {
    private static final ChatRequest REQUEST =
            ChatRequest.builder("m").user("Hello").temperature(1.0).build();

    @TempDir
    Path folder;

    @AfterEach
    void stopUpdating() {
        System.clearProperty(GoldenCase.UPDATE_PROPERTY);
    }

    private GoldenCheck check() {
        return new GoldenCheck(new ToyLawsTest(), new GoldenCase("case", folder));
    }

    @Test
    void canonical_json_names_kinds_and_leaves_out_what_is_absent() {
        assertThat(CanonicalJson.of(REQUEST).toString())
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"USER\",\"parts\":[{\"@type\":\"Text\","
                        + "\"text\":\"Hello\"}]}],\"sampling\":{\"temperature\":1.0},\"stream\":false}");
    }

    @Test
    void a_canonical_file_that_says_otherwise_fails_and_an_update_rewrites_it() throws IOException {
        Files.writeString(folder.resolve("request.canonical.json"), "{\"model\":\"other\"}");
        assertThatThrownBy(() -> check().canonical("request.canonical.json", REQUEST))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("model: expected \"other\" but was \"m\"")
                .hasMessageContaining(GoldenCase.UPDATE_PROPERTY);
        System.setProperty(GoldenCase.UPDATE_PROPERTY, "true");
        GoldenCheck update = check();
        update.canonical("request.canonical.json", REQUEST);
        assertThatThrownBy(update::finish).isInstanceOf(AssertionError.class).hasMessageContaining("rewritten");
        System.clearProperty(GoldenCase.UPDATE_PROPERTY);
        GoldenCheck again = check();
        again.canonical("request.canonical.json", REQUEST);
        again.finish();
    }

    @Test
    void numbers_compare_by_value_and_null_as_absent_where_the_dialect_says_so() throws IOException {
        Files.writeString(folder.resolve("request.wire.json"), "{\"t\":1.0,\"u\":null}");
        check().wire("request.wire.json", "request.encoded.json", "{\"t\":1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check().wire(
                                "request.wire.json",
                                "request.encoded.json",
                                "{\"t\":1,\"u\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_update_tells_apart_what_we_write_from_what_we_read() throws IOException {
        Files.writeString(folder.resolve("request.wire.json"), "{\"max_tokens\":1}");
        System.setProperty(GoldenCase.UPDATE_PROPERTY, "true");
        GoldenCheck update = check();
        update.wire("request.wire.json", "request.encoded.json", "{\"n\":1}".getBytes(StandardCharsets.UTF_8));
        update.text("request.losses.txt", "");
        assertThatThrownBy(update::finish).hasMessageContaining("request.encoded.json");
        assertThat(folder.resolve("request.encoded.json")).exists();
        assertThat(folder.resolve("request.losses.txt")).doesNotExist();
    }
}
