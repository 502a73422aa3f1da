// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.profile.ThinkTags;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.testkit.golden.ProjectFiles;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/add-a-vendor.md} says. */
class AddAVendorTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("Into `(\\w+)/(\\w+\\.yaml)`");

    @TempDir
    Path folder;

    private final List<String> yaml = new ArrayList<>();
    private final List<String> json = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private String page = "";
    private List<VendorProfile> profiles = List.of();

    @BeforeEach
    void write_the_profile() throws IOException {
        page = Files.readString(ProjectFiles.project().resolve("docs/add-a-vendor.md"));
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            switch (block.group(1)) {
                case "yaml" -> yaml.add(block.group(2));
                case "json" -> json.add(block.group(2));
                case "text" -> text.add(block.group(2));
                default -> {}
            }
        }
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        Path directory = Files.createDirectories(folder.resolve(file.group(1)));
        assertThat(page).contains("quarkus.dragoman.profiles=" + file.group(1));
        Files.writeString(directory.resolve(file.group(2)), yaml.get(0));
        profiles = YamlProfiles.load(AddAVendorTest.class.getClassLoader(), List.of(directory));
    }

    @Test
    void the_vendor_gets_what_the_page_says() {
        assertThat(acme().environmentKeys()).containsExactly("ACME_API_KEY");
        assertThat(acme().baseUrl()).isEqualTo("https://api.acme.example/v1");
        assertThat(yaml.get(0).lines()).hasSizeLessThanOrEqualTo(15);
        Translator translator = new Translator(Vendors.DIALECTS.with(profiles));
        // The router takes the provider's name off.
        Translated sent =
                translator.request("openai-chat", "acme", json.get(0).replace("acme/acme-large", "acme-large"));
        assertThat(JsonTrees.parse(sent.body()))
                .isEqualTo(JsonTrees.parse(json.get(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.losses().stream().map(loss -> loss.path() + ";" + loss.kind()))
                .containsExactlyInAnyOrderElementsOf(text.get(0).lines().toList());
    }

    @Test
    void the_client_gets_what_the_page_says() {
        Matcher answer = Pattern.compile(
                        "Acme answers `([^`]+)`.*?`([^`]+)` as the text\\s+and `([^`]+)` as", Pattern.DOTALL)
                .matcher(page);
        assertThat(answer.find()).isTrue();
        String body = "{\"id\":\"1\",\"model\":\"acme-large\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + answer.group(1) + "\"}}]}";
        Dialect dialect = new VendorDialects(acme(), Vendors.DIALECTS).of("acme-large");
        ChatResponse response = dialect.responseDecoder()
                .decode(body.getBytes(StandardCharsets.UTF_8), new ReplySource("acme", "acme-large", null));
        assertThat(response.text()).isEqualTo(answer.group(2));
        assertThat(response.choices().get(0).message().parts().get(0))
                .isInstanceOfSatisfying(
                        Reasoning.class, part -> assertThat(part.text()).isEqualTo(answer.group(3)));
    }

    @Test
    void the_other_profile_on_the_page_is_one() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("other"));
        Files.writeString(directory.resolve("my-vllm.yaml"), yaml.get(1));
        assertThat(YamlProfiles.load(AddAVendorTest.class.getClassLoader(), List.of(directory)))
                .filteredOn(profile -> profile.id().equals("my-vllm"))
                .singleElement()
                .satisfies(profile -> assertThat(
                                profile.variants().get(0).rules().reply().thinkTags())
                        .isEqualTo(new ThinkTags(List.of("think"), true)));
    }

    @Test
    void a_mistake_is_told_as_the_page_says() throws IOException {
        Path directory = folder.resolve("broken");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("acme.yaml"), yaml.get(0).replace("base-url", "base-ulr"));
        String message = "";
        try {
            YamlProfiles.load(AddAVendorTest.class.getClassLoader(), List.of(directory));
        } catch (IllegalArgumentException e) {
            message = String.valueOf(e.getMessage());
        }
        String promised = text.get(1).strip();
        assertThat(message).startsWith(promised.substring(0, promised.indexOf('…')));
    }

    private VendorProfile acme() {
        return profiles.stream()
                .filter(profile -> profile.id().equals("acme"))
                .findFirst()
                .orElseThrow();
    }
}
