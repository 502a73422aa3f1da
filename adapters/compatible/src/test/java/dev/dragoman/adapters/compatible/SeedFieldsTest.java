// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.translate.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checklist 'field by seed': each field that a seed names goes in and out, and what a seed lacks is reported. */
class SeedFieldsTest {
    private static final List<String> SEEDS =
            List.of("openai-gateway", "openai-chat", "servicestack", "openai-subset", "vendor-gateway-v4");
    private static final Dialect OPENAI = Vendors.DIALECTS.get("openai-chat");
    private static final Translator TRANSLATOR =
            new Translator(Vendors.DIALECTS.with(new ArrayList<>(Vendors.ALL.values())));

    @TestFactory
    Stream<DynamicTest> request_fields() {
        return rows("request-fields.txt")
                .flatMap(row -> marks(row, 2)
                        .map(mark -> dynamicTest(
                                mark.seed() + " " + row.get(0) + " " + row.get(1),
                                () -> request(mark, row.get(0), row.get(1)))));
    }

    private static void request(Mark mark, String paths, String members) {
        String text = members.contains("\"messages\":")
                ? "{\"model\":\"openai/some-model\"," + members + "}"
                : "{\"model\":\"openai/some-model\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]," + members
                        + "}";
        WireRequest wire = WireRequest.of(text.getBytes(StandardCharsets.UTF_8));
        ChatRequest meant = OPENAI.requestDecoder().decode(wire).request();
        Dialect profiled = Vendors.dialect(mark.seed());
        // In: a client of the seed.
        assertThat(profiled.requestDecoder().decode(wire).request()).isEqualTo(meant);
        // Out: a vendor like the seed.
        Losses losses = new Losses();
        EncodedRequest sent = profiled.requestEncoder().encode(meant, EncodeContext.toVendor(losses, mark.seed()));
        JsonNode body = JsonTrees.parse(sent.body());
        if (mark.letter() == '-') {
            assertThat(losses.toList()).isNotEmpty();
            return;
        }
        if (mark.letter() == 'y') {
            for (String path : paths.split(", ", -1)) {
                assertThat(body.at(pointer(path)))
                        .as(path)
                        .isEqualTo(JsonTrees.parse(text).at(pointer(path)));
            }
            assertThat(losses.toList()).isEmpty();
        }
        ChatRequest read =
                profiled.requestDecoder().decode(WireRequest.of(sent.body())).request();
        if (losses.isEmpty()) {
            assertThat(read).isEqualTo(meant);
        }
    }

    @TestFactory
    Stream<DynamicTest> response_fields() {
        return rows("response-fields.txt")
                .flatMap(row -> marks(row, 3)
                        .filter(mark -> mark.letter() != '-')
                        .map(mark -> dynamicTest(
                                mark.seed() + " " + row.get(0) + " " + row.get(2),
                                () -> response(mark, row.get(0), row.get(1), row.get(2)))));
    }

    private static void response(Mark mark, String paths, String where, String members) {
        String seed = mark.seed();
        ObjectNode answer = (ObjectNode) JsonTrees.parse("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\","
                + "\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}");
        ObjectNode choice = (ObjectNode) answer.at("/choices/0");
        ObjectNode target = switch (where) {
            case "body" -> answer;
            case "choice" -> choice;
            default -> (ObjectNode) choice.get("message");
        };
        target.setAll((ObjectNode) JsonTrees.parse("{" + members + "}"));
        String text = new String(JsonTrees.write(answer), StandardCharsets.UTF_8);
        byte[] written = TRANSLATOR.response(seed, seed, text).body();
        if (mark.letter() == 'e') {
            assertThat(read(seed, written)).isEqualTo(read(seed, JsonTrees.write(answer)));
            return;
        }
        JsonNode out = JsonTrees.parse(written);
        String events = TRANSLATOR.stream(seed, seed, stream(answer).getBytes(StandardCharsets.UTF_8))
                .text();
        for (String path : paths.split(", ", -1)) {
            JsonNode said = answer.at(pointer(path));
            assertThat(out.at(pointer(path))).as(path).isEqualTo(said);
            // The same in pieces: what a chunk says of a choice stands in its delta.
            if (!path.equals("object") && !path.contains("audio.")) {
                String inChunk = path.replace(".message.", ".delta.");
                assertThat(events.lines()
                                .filter(line -> line.startsWith("data: {"))
                                .map(line -> JsonTrees.parse(line.substring(6)).at(pointer(inChunk))))
                        .as(path)
                        .contains(said);
            }
        }
    }

    private static List<Part> read(String seed, byte[] answer) {
        Message message = Vendors.dialect(seed)
                .responseDecoder()
                .decode(answer, new ReplySource(seed, "m", null))
                .choices()
                .get(0)
                .message();
        return message.parts();
    }

    @Test
    void each_field_that_a_seed_names_stands_in_a_row() {
        Map<String, Set<String>> tried = new HashMap<>();
        for (String side : List.of("request", "response")) {
            tried.put(
                    side,
                    rows(side + "-fields.txt")
                            .flatMap(row -> Stream.of(row.get(0).split(", ", -1)))
                            .map(path -> path.replaceAll("\\[\\d+]", "[]"))
                            .collect(Collectors.toSet()));
        }
        rows("checklist.txt").map(row -> row.get(0).split(" ", -1)).forEach(line -> {
            for (int i = 1; i < line.length; i++) {
                String field = line[i];
                assertThat(tried.get(line[0]))
                        .as(line[0] + " " + field)
                        .anyMatch(path ->
                                path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[]"));
            }
        });
    }

    private static String stream(ObjectNode answer) {
        ObjectNode chunk = answer.deepCopy();
        chunk.put("object", "chat.completion.chunk");
        ObjectNode choice = (ObjectNode) chunk.at("/choices/0");
        ObjectNode delta = (ObjectNode) choice.remove("message");
        JsonNode calls = delta.get("tool_calls");
        if (calls != null) {
            ((ObjectNode) calls.get(0)).put("index", 0);
        }
        choice.set("delta", delta);
        return "data: " + new String(JsonTrees.write(chunk), StandardCharsets.UTF_8) + "\n\ndata: [DONE]\n\n";
    }

    private record Mark(String seed, char letter) {}

    private static Stream<Mark> marks(List<String> row, int column) {
        String[] letters = row.get(column).split(" ", -1);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < SEEDS.size(); i++) {
            marks.add(new Mark(SEEDS.get(i), letters[i].charAt(0)));
        }
        return marks.stream();
    }

    private static Stream<List<String>> rows(String file) {
        try (InputStream in = SeedFieldsTest.class.getResourceAsStream("/seeds/" + file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split(" \\| ", -1)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointer(String path) {
        return "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
    }
}
