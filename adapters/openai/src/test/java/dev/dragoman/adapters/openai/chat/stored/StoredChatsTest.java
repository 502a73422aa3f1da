// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.json.JsonTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seed 000's list objects, with content of our own. */
class StoredChatsTest {
    private static final String ID = "chatcmpl-SampleStoredCompletion000001";

    private final StoredChats chats = new StoredChats("openai");
    private final Losses losses = new Losses();

    @Test
    void a_list_of_completions_holds_the_answers_and_what_was_asked() {
        StoredPage<StoredCompletion> page = chats.completions(resource("completions"));
        assertThat(page.firstId()).isEqualTo(ID);
        assertThat(page.hasMore()).isTrue();
        StoredCompletion plain = page.data().get(0);
        assertThat(plain.response().id()).isEqualTo(ID);
        assertThat(plain.response().text()).startsWith("Rain on");
        assertThat(plain.response().extensions().isEmpty()).isTrue();
        assertThat(plain.settings())
                .isEqualTo(new StoredSettings(
                        "req_sample000000000000000000000001",
                        4_944_116_822_809_979_520L,
                        1.0,
                        1.0,
                        0.0,
                        0.0,
                        null,
                        null,
                        null,
                        null,
                        Map.of()));
        StoredSettings asked = page.data().get(1).settings();
        assertThat(asked.seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(asked.inputUser()).isEqualTo("user-1");
        assertThat(asked.metadata()).containsExactly(Map.entry("trace", "1"), Map.entry("team", "a"));
        assertThat(asked.responseFormat()).isEqualTo(RawJson.parse("{\"type\": \"json_object\"}"));
    }

    @Test
    void a_list_of_completions_is_written_as_it_was_read() {
        byte[] json = resource("completions");
        StoredPage<StoredCompletion> page = chats.completions(json);
        byte[] written = chats.encodeCompletions(page, losses);
        assertThat(chats.encodeCompletions(chats.completions(written), losses)).isEqualTo(written);
        assertHolds(JsonTrees.parse(written), JsonTrees.parse(json), "");
        assertThat(losses.toList()).isEmpty();
        StoredCompletion one = page.data().get(1);
        assertThat(chats.completion(chats.encode(one, losses)).settings()).isEqualTo(one.settings());
    }

    @Test
    void a_list_of_messages_holds_both_sides() {
        List<StoredMessage> messages = chats.messages(resource("messages")).data();
        assertThat(messages)
                .extracting(stored -> stored.message().role())
                .containsExactly(Role.USER, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT);
        assertThat(messages.get(0).id()).isEqualTo(ID + "-0");
        assertThat(messages.get(1).message().name()).isEqualTo("alice");
        assertThat(messages.get(1).message().parts()).hasExactlyElementsOfTypes(Text.class, Image.class);
        assertThat(messages.get(2).message().parts())
                .hasAtLeastOneElementOfType(Text.class)
                .hasAtLeastOneElementOfType(Audio.class)
                .hasAtLeastOneElementOfType(ToolCall.class)
                .filteredOn(Text.class::isInstance)
                .first()
                .isInstanceOfSatisfying(
                        Text.class, text -> assertThat(text.citations()).hasSize(1));
        assertThat(messages.get(3).message().parts()).hasExactlyElementsOfTypes(ToolResult.class);
        assertThat(messages.get(4).message().parts()).hasExactlyElementsOfTypes(Refusal.class);
        assertThat(messages.get(4).message().name()).isEqualTo("bob");
    }

    @Test
    void a_list_of_messages_is_written_as_it_was_read() {
        byte[] json = resource("messages");
        StoredPage<StoredMessage> page = chats.messages(json);
        byte[] written = chats.encodeMessages(page, losses);
        assertThat(chats.messages(written)).isEqualTo(page);
        assertHolds(JsonTrees.parse(written), JsonTrees.parse(json), "");
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void an_empty_list_has_no_ids() {
        byte[] written = chats.encodeMessages(new StoredPage<>(List.of(), null, null, false), losses);
        assertThat(text(written))
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":false}");
        assertThat(chats.messages(written).data()).isEmpty();
    }

    @Test
    void deletions_and_updates() {
        StoredDeletion deletion = new StoredDeletion(ID, true);
        assertThat(text(chats.encode(deletion)))
                .isEqualTo("{\"object\":\"chat.completion.deleted\",\"id\":\"" + ID + "\",\"deleted\":true}");
        assertThat(chats.deletion(chats.encode(deletion))).isEqualTo(deletion);
        StoredUpdate update = new StoredUpdate(Map.of("team", "b"));
        assertThat(text(chats.encode(update))).isEqualTo("{\"metadata\":{\"team\":\"b\"}}");
        assertThat(chats.update(chats.encode(update))).isEqualTo(update);
        StoredUpdate nothing = new StoredUpdate(Map.of());
        assertThat(text(chats.encode(nothing))).isEqualTo("{\"metadata\":null}");
        assertThat(chats.update(chats.encode(nothing))).isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"data\":1}", "{\"data\":[{\"id\":3}]}", "{\"data\":[null]}"})
    void what_is_no_list_is_refused(String body) {
        byte[] json = body.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> chats.completions(json)).isInstanceOf(ChatException.class);
        assertThatThrownBy(() -> chats.messages(json)).isInstanceOf(ChatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}"})
    void what_is_no_deletion_and_no_update_is_refused(String body) {
        byte[] json = body.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> chats.deletion(json)).isInstanceOf(ChatException.class);
        assertThatThrownBy(() -> chats.update(json)).isInstanceOf(ChatException.class);
    }

    /** All that a tree says is said in another, which may say more: fields that newer answers have. */
    private static void assertHolds(JsonNode actual, JsonNode expected, String path) {
        if (expected.isContainerNode()) {
            assertThat(actual.getNodeType()).as(path).isEqualTo(expected.getNodeType());
            if (expected.isArray()) {
                assertThat(actual).as(path).hasSize(expected.size());
                for (int i = 0; i < expected.size(); i++) {
                    assertHolds(actual.path(i), expected.get(i), path + "/" + i);
                }
            }
            expected.properties()
                    .forEach(member ->
                            assertHolds(actual.path(member.getKey()), member.getValue(), path + "/" + member.getKey()));
        } else if (expected.isNull()) {
            assertThat(actual.isNull() || actual.isMissingNode()).as(path).isTrue();
        } else if (expected.isNumber()) {
            assertThat(actual.decimalValue()).as(path).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = StoredChatsTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
