// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.VendorProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile that is wrong is refused with file, line and remedy; one that is right needs no build. */
class BrokenProfilesTest {
    private static final ClassLoader LOADER = BrokenProfilesTest.class.getClassLoader();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "base-ulr: https://a.example|acme.yaml:3: unknown key 'base-ulr'|base-url",
                "base-url: a.example|acme.yaml:3: 'a.example' is no base URL|write http",
                "name: Acme|the profile 'acme' has no base URL|add 'base-url: https",
                "fields: {temperature: {range: '[0, two]'}}|acme.yaml:3: 'two' in the range|is not a number",
                "fields: {temperature: {range: '[2, 1]'}}|acme.yaml:3: the range '[2, 1]' holds no number|no number",
                "fields: {temperature: {rnage: '[0, 1]'}}|acme.yaml:3: unknown key 'rnage'|range",
                "fields: {temperature: forbid}|acme.yaml:3: 'temperature' is 'forbid'|write one of drop, omit, refuse, avoid",
                "fields: {temperature: {reason: because}}|acme.yaml:3: this rule does nothing|drop",
                "fields: {'messages[': drop}|acme.yaml:3: 'messages[' is not a path|such as",
                "conversation: {developer-role: maybe}|acme.yaml:3: 'developer-role' must be true or false|true or false",
                "reasoning: {effort: {words: [low]}}|acme.yaml:3: 'effort' needs the key 'field'|add it",
                "reasoning: {replay: parts}|acme.yaml:3: 'replay: parts' and 'replay-part' belong together|write both",
                "reply: {opened-by-prompt: true}|acme.yaml:3: 'opened-by-prompt' is about tags|add 'think-tags",
                "fields: {n: {do: avoid, when: {passage: sideways}}}|acme.yaml:3: 'passage' is 'sideways'|translated",
                "auth: basic|acme.yaml:3: 'auth' is 'basic'|bearer",
                "models: [{fields: {a: drop}}]|acme.yaml:3: an element of 'models' needs the key 'match'|add it",
                "extends: nobody|acme.yaml:3: extends 'nobody'|there is no such profile",
                "'base-url: [': x|acme.yaml:3: unknown key|remove it",
            })
    void a_broken_profile_names_file_line_and_remedy(String line, String what, String remedy) throws IOException {
        String parent = line.startsWith("extends") ? "name: Acme" : "extends: openai-compatible";
        String address = line.contains("base-") || line.startsWith("name") ? "" : "base-url: https://acme.example\n";
        write("acme.yaml", "id: acme\n" + parent + "\n" + line + "\n" + address);
        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme.yaml")
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    @Test
    void profiles_in_a_circle_are_refused() throws IOException {
        write("a.yaml", "id: a\nextends: b\nbase-url: https://a.example\n");
        write("b.yaml", "id: b\nextends: a\n");
        assertThatThrownBy(this::load).hasMessageContaining("yaml:2").hasMessageContaining("circle, a -> b -> a");
    }

    @Test
    void what_is_no_yaml_is_refused() throws IOException {
        write("acme.yaml", "id: acme\nname: [a\n");
        assertThatThrownBy(this::load).hasMessageContaining("acme.yaml:").hasMessageContaining("not YAML");
    }

    @Test
    void a_key_that_stands_twice_is_refused() throws IOException {
        write("acme.yaml", "id: acme\nextends: openai-compatible\nname: A\nname: B\n");
        assertThatThrownBy(this::load).hasMessageContaining("acme.yaml:4").hasMessageContaining("twice");
    }

    @Test
    void aliases_are_refused() throws IOException {
        write("acme.yaml", "id: acme\nextends: openai-compatible\nenvironment: &a [X]\nvocabulary: *a\n");
        assertThatThrownBy(this::load).hasMessageContaining("acme.yaml");
    }

    @Test
    void a_directory_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> YamlProfiles.load(LOADER, List.of(directory.resolve("nowhere"))))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it");
    }

    @Test
    void a_profile_of_ones_own_wins_over_a_built_in_one() throws IOException {
        write("groq.yaml", "id: groq\nextends: openai-compatible\nbase-url: https://proxy.example/v1\n");
        assertThat(load())
                .filteredOn(profile -> profile.id().equals("groq"))
                .extracting(VendorProfile::baseUrl)
                .containsExactly("https://proxy.example/v1");
    }

    @Test
    void json_is_yaml_too() throws IOException {
        write("acme.json", "{\"id\":\"acme\",\"extends\":\"groq\",\"base-url\":\"https://acme.example/v1\"}");
        assertThat(load()).extracting(VendorProfile::id).contains("acme");
    }

    private List<VendorProfile> load() {
        return YamlProfiles.load(LOADER, List.of(directory));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
