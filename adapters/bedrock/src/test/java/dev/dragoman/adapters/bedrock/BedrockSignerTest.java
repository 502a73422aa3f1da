// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.RequestSigner;
import dev.dragoman.dialect.SigningCredentials;
import dev.dragoman.dialect.UnsignedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, host, time and signatures are those of AWS' published test suite of Signature Version 4. */
class BedrockSignerTest {
    private static final String ID = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String HOST = "example.amazonaws.com";
    private static final String DATE = "20150830T123600Z";
    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    private static final byte[] NOTHING = new byte[0];

    private static UnsignedRequest request(String method, String path, byte[] body) {
        return new UnsignedRequest(method, true, HOST, 443, path, Map.of(), body);
    }

    private static Map<String, String> sign(UnsignedRequest request, String region, String token) {
        SigningCredentials credentials = new SigningCredentials(region, ID, SECRET, token);
        Map<String, String> lower = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lower.putAll(new BedrockSigner().sign(request, credentials, NOW));
        return lower;
    }

    private static String part(String authorization, String name) {
        int from = authorization.indexOf(name + "=") + name.length() + 1;
        int end = authorization.indexOf(',', from);
        return authorization.substring(from, end < 0 ? authorization.length() : end);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "POST,5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    })
    void the_check_itself_gives_the_published_signatures(String method, String signature) {
        SignatureV4 check = new SignatureV4(SECRET, "us-east-1", "service");
        Map<String, String> headers = Map.of("host", HOST, "x-amz-date", DATE);
        assertThat(check.of(method, "/", "", headers, NOTHING)).isEqualTo(signature);
    }

    @Test
    void a_request_is_signed_as_the_documentation_says() {
        byte[] body = "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8);
        String path = "/model/us.anthropic.claude-sonnet-4-5-v1%3A0/converse";
        Map<String, String> added = sign(request("POST", path, body), "eu-west-1", null);

        String authorization = added.get("Authorization");
        assertThat(authorization).startsWith("AWS4-HMAC-SHA256 ");
        assertThat(part(authorization, "Credential")).isEqualTo(ID + "/20150830/eu-west-1/bedrock/aws4_request");
        assertThat(added).containsEntry("X-Amz-Date", DATE).doesNotContainKey("Host");

        Map<String, String> signed = new LinkedHashMap<>();
        for (String name : part(authorization, "SignedHeaders").split(";", -1)) {
            signed.put(name, name.equals("host") ? HOST : added.get(name));
        }
        assertThat(signed).containsKeys("host", "x-amz-date");
        // The path is encoded once more for the signature.
        String expected =
                new SignatureV4(SECRET, "eu-west-1", "bedrock").of("POST", path.replace("%", "%25"), "", signed, body);
        assertThat(part(authorization, "Signature")).isEqualTo(expected);
    }

    @Test
    void a_session_token_is_sent_and_signed() {
        Map<String, String> added = sign(request("POST", "/", NOTHING), "us-east-1", "fake-session-token");
        assertThat(added).containsEntry("X-Amz-Security-Token", "fake-session-token");
        assertThat(part(added.get("Authorization"), "SignedHeaders")).contains("x-amz-security-token");
    }

    @Test
    void a_port_of_its_own_is_part_of_the_host() {
        UnsignedRequest request = new UnsignedRequest("POST", false, "localhost", 8080, "/", Map.of(), NOTHING);
        Map<String, String> added = sign(request, "us-east-1", null);
        Map<String, String> signed = new LinkedHashMap<>();
        for (String name : part(added.get("Authorization"), "SignedHeaders").split(";", -1)) {
            signed.put(name, name.equals("host") ? "localhost:8080" : added.get(name));
        }
        assertThat(part(added.get("Authorization"), "Signature"))
                .isEqualTo(new SignatureV4(SECRET, "us-east-1", "bedrock").of("POST", "/", "", signed, NOTHING));
    }

    @Test
    void the_signer_is_found_by_the_name_in_the_profile() {
        String named = new BedrockProfiles().profiles().get(0).auth().signer();
        assertThat(ServiceLoader.load(RequestSigner.class))
                .singleElement()
                .satisfies(signer -> assertThat(signer.id()).isEqualTo(named));
    }
}
