// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.it.vendor.VendorResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends: 4xx in OpenAI's shape, with the path of what is wrong. */
@QuarkusTest
@WithTestResource(value = VendorResource.class, scope = TestResourceScope.GLOBAL)
class BadRequestTest {
    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not json",
                "{",
                "{\"model\":\"demo/chat\",\"messages\":[",
                "{\"model\":\"demo/chat\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]} trailing",
                "{'model':'demo/chat'}",
                "[]",
                "null",
                "\"text\"",
                "17",
                "{\"model\":\"demo/chat\" \"messages\":[]}",
            })
    void what_is_no_json_object(String body) throws Exception {
        JsonObject error = Http.error(Http.post(chat, body), 400);
        assertThat(error.getString("type")).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "messages|`hi`|messages",
                "messages|[1]|messages[0]",
                "messages|[]|messages",
                "messages|null|messages",
                "messages|[{'content':'x'}]|messages[0].role",
                "messages|[{'role':5,'content':'x'}]|messages[0].role",
                "messages|[{'role':'wizard','content':'x'}]|messages[0].role",
                "messages|[{'role':'user'}]|messages[0].content",
                "messages|[{'role':'user','content':5}]|messages[0].content",
                "messages|[{'role':'user','content':[7]}]|messages[0].content[0]",
                "messages|[{'role':'user','content':[{'text':'x'}]}]|messages[0].content[0].type",
                "messages|[{'role':'user','content':[{'type':'text'}]}]|messages[0].content[0].text",
                "messages|[{'role':'user','content':[{'type':'text','text':1}]}]|messages[0].content[0].text",
                "messages|[{'role':'user','content':[{'type':'image_url'}]}]|messages[0].content[0].image_url",
                "messages|[{'role':'user','content':[{'type':'image_url','image_url':{'url':1}}]}]|messages[0].content[0].image_url.url",
                "messages|[{'role':'user','content':'x'},{'role':'tool','content':'x'}]|messages[1].tool_call_id",
                "messages|[{'role':'assistant','tool_calls':{}}]|messages[0].tool_calls",
                "messages|[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':1}}]}]|messages[0].tool_calls[0].function.name",
                "model|5|model",
                "model|null|model",
                "model|''|model",
                "temperature|'hot'|temperature",
                "temperature|1e999|temperature",
                "n|1.5|n",
                "n|99999999999|n",
                "n|-1|n",
                "max_tokens|-5|max_tokens",
                "max_completion_tokens|'many'|max_completion_tokens",
                "stop|5|stop",
                "stop|[5]|stop[0]",
                "stream|'yes'|stream",
                "stream_options|1|stream_options",
                "tools|{}|tools",
                "tools|[{}]|tools[0].type",
                "tools|[{'type':'function'}]|tools[0].function",
                "tools|[{'type':'function','function':{}}]|tools[0].function.name",
                "tools|[{'type':'function','function':{'name':'f','parameters':7}}]|tools[0].function.parameters",
                "tool_choice|7|tool_choice",
                "tool_choice|'sometimes'|tool_choice",
                "tool_choice|{'type':'function'}|tool_choice.function",
                "response_format|'json'|response_format",
                "response_format|{'type':'json_schema'}|response_format.json_schema",
                "response_format|{'type':'json_schema','json_schema':{}}|response_format.json_schema.name",
                "logit_bias|{'50256':'x'}|logit_bias",
                "logprobs|1|logprobs",
                "metadata|{'a':1}|metadata.a",
                "modalities|'audio'|modalities",
                "audio|{'voice':7}|audio",
                "seed|'x'|seed",
                "parallel_tool_calls|'x'|parallel_tool_calls",
                "web_search_options|1|web_search_options",
                "prediction|{'type':'content'}|prediction.content",
            })
    void what_is_wrong_is_named(String field, String value, String param) throws Exception {
        String body = body(field, value.replace('\'', '"').replace("`", "\""));
        JsonObject error = Http.error(Http.post(chat, body), 400);
        assertThat(error.getString("type")).isEqualTo("invalid_request_error");
        assertThat(error.getString("param")).startsWith(param);
    }

    /** A valid request but for this field, which comes last and once. */
    private static String body(String field, String json) {
        JsonObject valid = new JsonObject(Http.ask("demo/chat"));
        valid.remove(field);
        String rest = valid.encode();
        return rest.substring(0, rest.length() - 1) + ",\"" + field + "\":" + json + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "messages"})
    void what_is_missing_is_named(String field) throws Exception {
        JsonObject body = new JsonObject(Http.ask("demo/chat"));
        body.remove(field);
        JsonObject error = Http.error(Http.post(chat, body.encode()), 400);
        assertThat(error.getString("param")).isEqualTo(field);
        assertThat(error.getString("code")).isEqualTo("missing_required_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody/some-model", "some-model", "demo/", "/chat", "openai", "demo"})
    void an_unknown_model_is_not_found(String model) throws Exception {
        JsonObject error = Http.error(Http.post(chat, Http.ask(model)), 404);
        assertThat(error.getString("code")).isEqualTo("model_not_found");
        assertThat(error.getString("message")).doesNotContain(VendorResource.KEY);
    }

    @Test
    void a_body_beyond_the_limit() throws Exception {
        byte[] padding = new byte[5 * 1024 * 1024];
        Arrays.fill(padding, (byte) ' ');
        Http.error(Http.post(chat, Http.ask("demo/chat") + new String(padding, StandardCharsets.US_ASCII)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void absurd_nesting(String opening) throws Exception {
        int depth = 100_000;
        String closing = opening.equals("[") ? "]" : "}";
        String nested = opening.repeat(depth) + "1" + closing.repeat(depth);
        Http.error(Http.post(chat, nested), 400);
        Http.error(Http.post(chat, body("metadata", nested)), 400);
        Http.error(Http.post(chat, body("unknown_field", nested)), 400);
        String tools = "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"x\":"
                + nested + "}}}]";
        Http.error(Http.post(chat, body("tools", tools)), 400);
    }

    @Test
    void bytes_that_are_no_text() throws Exception {
        byte[] body = Http.ask("demo/chat").getBytes(StandardCharsets.ISO_8859_1);
        body[body.length / 2] = (byte) 0xC3;
        body[body.length / 2 + 1] = (byte) 0x28;
        Http.error(Http.post(chat, body), 400);
        Http.error(Http.post(chat, new byte[] {0, 1, 2, (byte) 0xFF}), 400);
    }

    @Test
    void a_stream_cannot_begin_with_an_error() throws Exception {
        String body = "{\"model\":\"nobody/x\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        Http.error(Http.post(chat, body), 404);
    }

    @Test
    void another_content_type_is_no_crash() throws Exception {
        HttpResponse<String> response =
                Http.post(chat, Http.ask("demo/chat"), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).isIn(200, 415);
    }

    @Test
    void another_method_is_not_allowed() throws Exception {
        assertThat(Http.get(chat).statusCode()).isIn(404, 405);
    }
}
