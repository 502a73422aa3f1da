// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.adapters.bedrock.BedrockProfiles;
import dev.dragoman.adapters.bedrock.BedrockSigner;
import dev.dragoman.adapters.bedrock.converse.BedrockConverseDialect;
import dev.dragoman.dialect.RequestSigner;
import dev.dragoman.dialect.SigningCredentials;
import dev.dragoman.dialect.UnsignedRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.provider.Provider;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests to a vendor that wants signatures, from the codec to the wire. */
class SignedRequestTest {
    private static final SigningCredentials CREDENTIALS =
            new SigningCredentials("eu-west-1", "AKIDFAKEFAKE", "fake-secret-access-key", "fake-session-token");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private final VendorClients clients = new VendorClients(vertx, null, name -> Optional.empty());

    @AfterEach
    void close() throws Exception {
        clients.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Provider provider(String baseUrl, RequestSigner signer) {
        VendorSettings settings = new VendorSettings(
                "aws",
                new BedrockProfiles().profiles().get(0),
                BaseUrl.parse(baseUrl),
                List.of(),
                Map.of(),
                List.of(),
                VendorFixture.limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)),
                Optional.empty(),
                Optional.empty(),
                GuardSettings.DEFAULT,
                Optional.empty(),
                new VendorSigning(signer, CREDENTIALS));
        return clients.provider(settings, new VendorDialects(new BedrockConverseDialect()));
    }

    private RecordingAnswer ask(Provider provider) {
        ChatRequest request =
                ChatRequest.builder("us.amazon.nova-x-v1:0").user("Good day").build();
        RecordingAnswer answer = new RecordingAnswer();
        vertx.getOrCreateContext().runOnContext(now -> answer.start(provider.call(request, new Losses())));
        return answer;
    }

    @Test
    void what_arrives_is_what_was_signed() throws Exception {
        String body = "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"Hi\"}]}},"
                + "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":1,\"outputTokens\":1,\"totalTokens\":2},"
                + "\"metrics\":{\"latencyMs\":1}}";
        try (ScriptedVendor vendor =
                new ScriptedVendor(vertx, socket -> socket.write(ScriptedVendor.whole("200 OK", body)))) {
            String root = vendor.baseUrl().replace("/v1", "");
            RecordingAnswer answer = ask(provider(root, new BedrockSigner()));

            String received = vendor.request();
            String[] headAndBody = received.split("\r\n\r\n", 2);
            String[] lines = headAndBody[0].split("\r\n", -1);
            assertThat(lines[0]).isEqualTo("POST /model/us.amazon.nova-x-v1%3A0/converse HTTP/1.1");
            Map<String, String> headers = new HashMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            String[] host = headers.get("host").split(":", 2);
            UnsignedRequest unsigned = new UnsignedRequest(
                    "POST",
                    false,
                    host[0],
                    Integer.parseInt(host[1]),
                    lines[0].split(" ", -1)[1],
                    Map.of(),
                    headAndBody[1].getBytes(StandardCharsets.UTF_8));
            Instant signedAt = TIME.parse(headers.get("x-amz-date"), Instant::from);
            Map<String, String> again = new BedrockSigner().sign(unsigned, CREDENTIALS, signedAt);
            assertThat(headers).containsEntry("authorization", again.get("Authorization"));
            assertThat(headers).containsEntry("x-amz-security-token", "fake-session-token");
            assertThat(answer.answer().decode().text()).isEqualTo("Hi");
        }
    }

    @Test
    void a_complaint_that_repeats_signed_headers_shows_no_secret() throws Exception {
        String body = "{\"message\":\"The canonical string should have been x-amz-security-token:fake-session-token"
                + " of AKIDFAKEFAKE\"}";
        try (ScriptedVendor vendor =
                new ScriptedVendor(vertx, socket -> socket.write(ScriptedVendor.whole("403 Forbidden", body)))) {
            ChatError error =
                    ask(provider(vendor.baseUrl(), new BedrockSigner())).error();
            assertThat(error.status()).isEqualTo(403);
            assertThat(error.message()).doesNotContain("fake-session-token").doesNotContain("AKIDFAKEFAKE");
            assertThat(error.raw()).isNull();
        }
    }

    @Test
    void a_request_that_cannot_be_signed_fails_and_shows_no_secret() throws Exception {
        RequestSigner broken = new RequestSigner() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public Map<String, String> sign(UnsignedRequest request, SigningCredentials credentials, Instant now) {
                throw new IllegalStateException(credentials.secretAccessKey());
            }
        };
        try (ScriptedVendor vendor =
                new ScriptedVendor(vertx, socket -> socket.write(ScriptedVendor.whole("200 OK", "{}")))) {
            ChatError error = ask(provider(vendor.baseUrl(), broken)).error();
            assertThat(error.message()).isEqualTo("The request to the provider 'aws' could not be signed");
        }
    }

    @Test
    void no_text_of_the_settings_shows_a_key() {
        VendorSigning signing = new VendorSigning(new BedrockSigner(), CREDENTIALS);
        assertThat(signing.toString()).doesNotContain("fake").doesNotContain("AKID");
    }
}
