// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.framing.Frame;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.profile.VendorDialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models whose template opens the tag of thoughts in the prompt, behind a server that does not part thought and answer. */
class OpenedThoughtsTest {
    private static final ReplySource SOURCE = new ReplySource("mine", "deepseek-r1", null);

    @TempDir
    Path directory;

    private VendorProfile mine = Vendors.ALL.get("vllm");

    @BeforeEach
    void say_it_in_a_profile() throws IOException {
        Files.writeString(
                directory.resolve("mine.yaml"),
                "id: mine\nextends: vllm\nmodels:\n  - match: deepseek-r1*\n    reply: {opened-by-prompt: true}\n");
        mine = YamlProfiles.load(OpenedThoughtsTest.class.getClassLoader(), List.of(directory)).stream()
                .filter(profile -> profile.id().equals("mine"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Hm.</think>Yes., Hm., Yes.",
        "<think>Hm.</think>Yes., Hm., Yes.",
        "Hm. I was, Hm. I was,",
    })
    void pitfall_13_an_answer_begins_within_the_thought(String content, String thought, @Nullable String answer) {
        assertParts(whole(dialect("deepseek-r1"), "\"content\":\"" + content + "\""), thought, answer);
        for (int size = 1; size < content.length(); size++) {
            assertParts(streamed(content, size), thought, answer);
        }
    }

    @Test
    void an_answer_behind_reasoning_in_its_own_field_is_an_answer() {
        List<Part> parts = whole(dialect("deepseek-r1"), "\"reasoning\":\"Hm.\",\"content\":\"Yes.\"");
        assertParts(parts, "Hm.", "Yes.");
    }

    @Test
    void other_models_open_their_tags_themselves() {
        assertThat(whole(dialect("qwen3"), "\"content\":\"Yes.\"")).containsExactly(Text.of("Yes."));
    }

    private Dialect dialect(String model) {
        return new VendorDialects(mine, Vendors.DIALECTS).of(model);
    }

    private static void assertParts(List<Part> parts, String thought, @Nullable String answer) {
        assertThat(parts.get(0))
                .isInstanceOfSatisfying(
                        Reasoning.class, part -> assertThat(part.text()).isEqualTo(thought));
        assertThat(parts.subList(1, parts.size())).isEqualTo(answer == null ? List.of() : List.of(Text.of(answer)));
    }

    private static List<Part> whole(Dialect dialect, String members) {
        String body = "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                + members + "}}]}";
        return dialect.responseDecoder()
                .decode(body.getBytes(StandardCharsets.UTF_8), SOURCE)
                .choices()
                .get(0)
                .message()
                .parts();
    }

    private List<Part> streamed(String content, int size) {
        StreamDecoder decoder = dialect("deepseek-r1").streamDecoder(SOURCE);
        ResponseAssembler assembler = new ResponseAssembler();
        for (int i = 0; i < content.length(); i += size) {
            String piece = content.substring(i, Math.min(content.length(), i + size));
            decoder.decode(
                    Frame.of(null, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + piece + "\"}}]}"),
                    assembler);
        }
        decoder.decode(
                Frame.of(null, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}"), assembler);
        decoder.decode(Frame.of(null, "[DONE]"), assembler);
        decoder.end(assembler);
        return assembler.response().choices().get(0).message().parts();
    }
}
