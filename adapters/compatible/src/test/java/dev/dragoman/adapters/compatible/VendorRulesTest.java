// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.profile.ProfileRules;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.testkit.json.JsonTrees;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of single vendors that users of other gateways have stumbled over, by the numbers of the project's list of pitfalls. */
class VendorRulesTest {
    private final ToVendor vendors = new ToVendor();
    private final Losses losses = vendors.losses();

    @Test
    void pitfall_15_qwen_thinks_in_streams_only() {
        assertThat(vendors.forward("qwen", "qwen-plus", "'enable_thinking':true,'stream':true")
                        .get("enable_thinking")
                        .asBoolean())
                .isTrue();
        assertThat(vendors.forward("qwen", "qwen-plus", "'enable_thinking':true")
                        .get("enable_thinking")
                        .asBoolean())
                .isFalse();
        assertThat(losses.toList()).extracting("path").containsExactly("enable_thinking");
        assertThat(vendors.forward("qwen", "qwen3-8b", "")
                        .get("enable_thinking")
                        .asBoolean())
                .isFalse();
        assertThat(vendors.forward("qwen", "qwen-plus", "").has("enable_thinking"))
                .isFalse();
    }

    @Test
    void pitfall_12_deepseek_wants_its_reasoning_back_even_where_there_is_none() {
        String history = "{'model':'m','messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'},"
                + "{'role':'user','content':'c'}]}";
        JsonNode sent = vendors.forwardBody("deepseek", "deepseek-v4-pro", history);
        assertThat(sent.at("/messages/1/reasoning_content").asText("missing")).isEmpty();
        assertThat(vendors.forwardBody("deepseek", "deepseek-r1", history)
                        .at("/messages/1")
                        .has("reasoning_content"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"groq", "minimax", "anthropic-openai"})
    void several_answers_are_asked_for_one_at_a_time(String vendor) {
        ChatRequest request = ChatRequest.builder("m").user("x").choiceCount(2).build();
        Dialect dialect = Vendors.dialect(vendor);
        EncodeContext context = EncodeContext.toVendor(losses, vendor);
        assertThat(dialect.takesChoices(request, context)).isFalse();
        assertThat(JsonTrees.parse(dialect.requestEncoder()
                                .encode(request, context)
                                .body())
                        .has("n"))
                .isFalse();
        assertThat(losses.toList()).extracting("path").containsExactly("choiceCount");
        assertThat(Vendors.ALL.get(vendor).refusedFields()).containsExactly("n");
    }

    @Test
    void pitfall_35_stream_options_are_kept_from_vendors_that_refuse_them() {
        String asked = "'stream':true,'stream_options':{'include_usage':true}";
        assertThat(vendors.forward("zhipu", "glm-5", asked).has("stream_options"))
                .isFalse();
        assertThat(vendors.forward("deepseek", "deepseek-v4-pro", asked).has("stream_options"))
                .isTrue();
    }

    @Test
    void pitfall_45_the_token_limit_has_the_name_that_the_vendor_knows() {
        assertThat(vendors.forward("deepseek", "m", "'max_completion_tokens':5")
                        .get("max_tokens")
                        .asInt())
                .isEqualTo(5);
        assertThat(vendors.forward("groq", "m", "'max_completion_tokens':5")
                        .get("max_completion_tokens")
                        .asInt())
                .isEqualTo(5);
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void a_body_that_needs_nothing_passes_as_it_is() {
        String body =
                "{'model':'m','messages':[{'role':'user','content':[{'type':'text','text':'a','x':1.50}]}],'y':{}}";
        JsonNode sent = vendors.forwardBody("hyperbolic", "m", body);
        assertThat(sent).isEqualTo(JsonTrees.parse(body.replace('\'', '"')));
    }

    @Test
    void pitfall_13_reasoning_stands_between_tags() {
        ChatResponse response =
                answer("perplexity", "{'role':'assistant','content':'<think>\\nHm.</think>\\n\\nYes.'}");
        assertThat(response.text()).isEqualTo("Yes.");
        assertThat(((Reasoning) response.choices().get(0).message().parts().get(0)).text())
                .isEqualTo("\nHm.");
    }

    @Test
    void pitfall_33_counts_stand_in_other_places() {
        assertThat(counted("deepseek", "'usage':{'prompt_tokens':9,'completion_tokens':2,'prompt_cache_hit_tokens':4}")
                        .usage()
                        .input()
                        .cacheRead())
                .isEqualTo(4);
        assertThat(counted(
                                "xai",
                                "'usage':{'prompt_tokens':9,'completion_tokens':2,"
                                        + "'completion_tokens_details':{'reasoning_tokens':5}}")
                        .usage()
                        .outputTokens())
                .isEqualTo(7);
        assertThat(counted("groq", "'x_groq':{'usage':{'prompt_tokens':9,'completion_tokens':2}}")
                        .usage()
                        .totalTokens())
                .isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "moonshot|429|{'error':{'type':'exceeded_current_quota_error','message':'No.'}}|QUOTA",
                "moonshot|429|{'error':{'type':'engine_overloaded_error','message':'No.'}}|OVERLOADED",
                "zhipu|429|{'error':{'code':'1113','message':'No.'}}|BILLING",
                "cloudflare|400|{'success':false,'errors':[{'code':3040,'message':'No.'}]}|RATE_LIMIT",
                "databricks|404|{'error_code':'ENDPOINT_NOT_FOUND','message':'No.'}|NOT_FOUND",
                "siliconflow|400|{'code':20012,'message':'No.','data':null}|INVALID_REQUEST",
                "novita|401|{'code':401,'reason':'FAILED_TO_AUTH','message':'No.'}|AUTHENTICATION",
                "gemini-openai|404|[{'error':{'code':404,'message':'No.','status':'NOT_FOUND'}}]|NOT_FOUND",
                "fireworks|401|{'error':'No.'}|AUTHENTICATION",
            })
    void errors_have_many_shapes(String vendor, int status, String body, ErrorKind kind) {
        var error = Vendors.dialect(vendor).errors().decode(status, Map.of(), bytes(body));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.message()).isEqualTo("No.");
    }

    @Test
    void minimax_tells_errors_with_a_status_of_success() {
        String ok = "{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'Hi'}}],"
                + "'base_resp':{'status_code':0,'status_msg':''}}";
        ReplySource source = new ReplySource("minimax", "m", null);
        assertThat(Vendors.dialect("minimax")
                        .responseDecoder()
                        .decode(bytes(ok), source)
                        .text())
                .isEqualTo("Hi");
        try {
            Vendors.dialect("minimax")
                    .responseDecoder()
                    .decode(bytes("{'base_resp':{'status_code':1008,'status_msg':'No money'}}"), source);
            throw new AssertionError("an error was read as an answer");
        } catch (ChatException e) {
            assertThat(e.error().kind()).isEqualTo(ErrorKind.BILLING);
        }
    }

    @Test
    void azure_names_the_deployment_in_the_path() {
        VendorProfile azure = Vendors.ALL.get("azure-openai");
        assertThat(path(azure.with(Map.of("api-version", "2026-01-01")), "my gpt"))
                .isEqualTo("/openai/deployments/my%20gpt/chat/completions?api-version=2026-01-01");
        assertThat(path(azure.with(Map.of()), "gpt")).isEqualTo("/openai/v1/chat/completions");
        assertThat(azure.auth().header()).isEqualTo("api-key");
        assertThat(azure.environmentKeys()).containsExactly("AZURE_OPENAI_API_KEY");
    }

    @Test
    void vertex_speaks_two_dialects_at_paths_that_name_the_model() {
        Map<String, String> settings = Map.of("project", "p1", "region", "europe-west4");
        VendorProfile vertex = Vendors.ALL.get("vertex").with(settings);
        String models = "/v1/projects/p1/locations/europe-west4/publishers/";
        assertThat(path(vertex, "gemini-3.8-pro")).isEqualTo(models + "google/models/gemini-3.8-pro:generateContent");
        assertThat(path(vertex, "claude-sonnet-4-5@20250929"))
                .isEqualTo(models + "anthropic/models/claude-sonnet-4-5%4020250929:rawPredict");
        Dialect claude = new VendorDialects(vertex, Vendors.DIALECTS).of("claude-sonnet-4-5");
        assertThat(claude.family()).isEqualTo("anthropic-messages");
        ChatRequest request =
                ChatRequest.builder("claude-sonnet-4-5").user("x").stream(true).build();
        EncodedRequest sent = claude.requestEncoder().encode(request, EncodeContext.toVendor(losses, "vertex"));
        assertThat(sent.path()).endsWith(":streamRawPredict");
        JsonNode body = JsonTrees.parse(sent.body());
        assertThat(body.has("model")).isFalse();
        assertThat(body.get("anthropic_version").asText()).isEqualTo("vertex-2023-10-16");
        String own = "{'model':'m','max_tokens':5,'messages':[{'role':'user','content':'x'}]}";
        byte[] forwarded = claude.requestForwarder()
                .forward(WireRequest.of(bytes(own)), "claude-opus-4-5", false, EncodeContext.toVendor(losses, "vertex"))
                .body();
        assertThat(JsonTrees.parse(forwarded).has("model")).isFalse();
        assertThat(Vendors.ALL.get("vertex").missing(Map.of("region", "r"))).containsExactly("project");
    }

    @Test
    void vocabulary_is_delivered_from_clients_of_any_dialect() {
        var request = ChatRequest.builder("m")
                .user("x")
                .extensions(Extensions.of("anthropic-messages", "search_mode", RawJson.string("web")))
                .build();
        byte[] body = Vendors.dialect("perplexity")
                .requestEncoder()
                .encode(request, EncodeContext.toVendor(losses, "perplexity"))
                .body();
        assertThat(JsonTrees.parse(body).get("search_mode").asText()).isEqualTo("web");
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void a_profile_without_rules_is_the_dialect_itself() {
        Dialect base = Vendors.DIALECTS.get("openai-chat");
        assertThat(ProfiledDialect.of("plain", base, ProfileRules.NONE)).isSameAs(base);
    }

    @Test
    void answers_pass_through_where_neither_side_differs() {
        Dialect base = Vendors.DIALECTS.get("openai-chat");
        assertThat(ProfiledDialect.passes(Vendors.dialect("fireworks"), base, false))
                .isTrue();
        assertThat(ProfiledDialect.passes(Vendors.dialect("groq"), base, false)).isFalse();
        assertThat(ProfiledDialect.passes(base, Vendors.dialect("servicestack"), false))
                .isFalse();
        assertThat(ProfiledDialect.passes(base, Vendors.DIALECTS.get("anthropic-messages"), true))
                .isFalse();
    }

    private static String path(VendorProfile profile, String model) {
        return new VendorDialects(profile, Vendors.DIALECTS)
                .of(model)
                .requestEncoder()
                .encode(
                        ChatRequest.builder(model).user("x").build(),
                        EncodeContext.toVendor(new Losses(), profile.id()))
                .path();
    }

    private static ChatResponse answer(String vendor, String message) {
        return Vendors.dialect(vendor)
                .responseDecoder()
                .decode(
                        bytes("{'choices':[{'index':0,'finish_reason':'stop','message':" + message + "}]}"),
                        new ReplySource(vendor, "m", null));
    }

    private static ChatResponse counted(String vendor, String members) {
        return Vendors.dialect(vendor)
                .responseDecoder()
                .decode(
                        bytes("{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant',"
                                + "'content':'Hi'}}]," + members + "}"),
                        new ReplySource(vendor, "m", null));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
