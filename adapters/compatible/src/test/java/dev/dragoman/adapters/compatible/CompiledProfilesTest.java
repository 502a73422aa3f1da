// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.ProfileEntry;
import dev.dragoman.dialect.VendorProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application compiles of its profiles says the same as their files, and is read when it is asked for. */
class CompiledProfilesTest {
    private static final ClassLoader PLAIN = CompiledProfilesTest.class.getClassLoader();
    private static final Map<String, byte[]> COMPILED = CompiledProfiles.compile(PLAIN);

    private final List<String> read = new ArrayList<>();

    /** The class path of an application that was built with these resources. */
    private final ClassLoader application = new ClassLoader(PLAIN) {
        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            read.add(name);
            byte[] content = COMPILED.get(name);
            return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
        }
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void every_profile_is_what_its_file_says() {
        Map<String, VendorProfile> found = new LinkedHashMap<>();
        for (ProfileEntry entry : CompiledProfiles.entries(application, List.of())) {
            assertThat(entry.environmentKeys()).isEqualTo(entry.profile().environmentKeys());
            assertThat(entry.signer()).isEqualTo(entry.profile().auth().signer());
            found.put(entry.id(), entry.profile());
        }
        assertSame(found, Vendors.ALL);
    }

    @Test
    void no_profile_is_read_before_it_is_asked_for() {
        List<ProfileEntry> entries = CompiledProfiles.entries(application, List.of());
        assertThat(read).hasSize(1);
        find(entries, "openrouter").profile();
        find(entries, "openrouter").profile();
        assertThat(read)
                .hasSize(3)
                .allMatch(COMPILED::containsKey)
                .noneMatch(name -> name.endsWith(".yaml"))
                .anyMatch(name -> name.contains("openrouter"))
                .anyMatch(name -> name.contains("openai-compatible"));
    }

    @Test
    void without_them_the_files_are_read() {
        assertThat(CompiledProfiles.entries(PLAIN, List.of()))
                .extracting(ProfileEntry::id)
                .containsExactlyInAnyOrderElementsOf(Vendors.ALL.keySet());
    }

    @Test
    void a_profile_of_a_directory_extends_a_compiled_one() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "id: mine\nextends: groq\nbase-url: https://mine.example/v1\n");
        VendorProfile mine = find(CompiledProfiles.entries(application, List.of(folder)), "mine")
                .profile();
        assertThat(mine.baseUrl()).isEqualTo("https://mine.example/v1");
        assertThat(mine.rules())
                .usingRecursiveComparison()
                .isEqualTo(vendor("groq").rules());
        assertThat(mine.environmentKeys()).isEqualTo(vendor("groq").environmentKeys());
    }

    @Test
    void a_profile_of_a_directory_that_takes_a_compiled_ones_place_changes_those_that_extend_it() throws IOException {
        Files.writeString(folder.resolve("parent.yaml"), """
                id: openai-compatible
                abstract: true
                dialect: openai-chat
                auth: bearer
                environment: MY_KEY
                fields: {seed: drop}
                """);
        List<ProfileEntry> entries = CompiledProfiles.entries(application, List.of(folder));
        Map<String, VendorProfile> expected = new LinkedHashMap<>();
        YamlProfiles.load(PLAIN, List.of(folder)).forEach(profile -> expected.put(profile.id(), profile));
        Map<String, VendorProfile> found = new LinkedHashMap<>();
        entries.forEach(entry -> found.put(entry.id(), entry.profile()));
        assertSame(found, expected);
        assertThat(entries)
                .allMatch(
                        entry -> entry.environmentKeys().equals(entry.profile().environmentKeys()));
        assertThat(entries).anyMatch(entry -> entry.environmentKeys().contains("MY_KEY"));
    }

    @Test
    void a_wrong_profile_of_a_directory_is_told_at_once() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"), "id: mine\nextends: nobody\nbase-url: https://mine.example/v1\n");
        assertThatThrownBy(() -> CompiledProfiles.entries(application, List.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml:2: extends 'nobody'");
    }

    /** Rules have no equality of their own. */
    private static void assertSame(Map<String, VendorProfile> found, Map<String, VendorProfile> expected) {
        assertThat(found).isNotEmpty().hasSameSizeAs(expected);
        found.forEach((id, profile) -> assertThat(profile)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(expected.get(id)));
    }

    private static ProfileEntry find(List<ProfileEntry> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static VendorProfile vendor(String id) {
        VendorProfile profile = Vendors.ALL.get(id);
        assertThat(profile).isNotNull();
        return profile;
    }
}
