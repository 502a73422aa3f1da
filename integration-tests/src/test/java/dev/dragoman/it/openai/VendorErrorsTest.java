// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnexpectedStatusCodeException;
import com.openai.errors.UnprocessableEntityException;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorReply;
import dev.dragoman.it.vendor.VendorResource;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class VendorErrorsTest extends SdkTest {
    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class, "invalid_request_error", "context_length_exceeded"),
                Arguments.of(401, UnauthorizedException.class, "invalid_request_error", "invalid_api_key"),
                Arguments.of(403, PermissionDeniedException.class, "invalid_request_error", "model_not_found"),
                Arguments.of(404, NotFoundException.class, "invalid_request_error", "model_not_found"),
                Arguments.of(409, UnexpectedStatusCodeException.class, "invalid_request_error", "conflict"),
                Arguments.of(422, UnprocessableEntityException.class, "invalid_request_error", "invalid_value"),
                Arguments.of(429, RateLimitException.class, "rate_limit_error", "rate_limit_exceeded"),
                Arguments.of(429, RateLimitException.class, "insufficient_quota", "insufficient_quota"),
                Arguments.of(500, InternalServerException.class, "server_error", "internal_error"),
                Arguments.of(503, InternalServerException.class, "service_unavailable_error", "server_is_overloaded"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void each_status_becomes_the_sdks_own_exception(
            int status, Class<? extends OpenAIServiceException> type, String errorType, String code) {
        JsonObject envelope = Wire.error("The vendor says no", errorType, code);
        VendorScript script = vendor.script(VendorReplies.error(status, envelope, Map.of("retry-after", "17")));
        for (OpenAIServiceException e : both(script, "openai", type)) {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.getMessage()).contains("The vendor says no");
            assertThat(e.type()).hasValue(errorType);
            assertThat(e.code()).hasValue(code);
            assertThat(e.headers().values("x-request-id")).hasSize(1);
            if (status == 429 || status == 503) {
                assertThat(e.headers().values("retry-after")).containsExactly("17");
            }
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("reset before headers", VendorReplies.reset(), 502),
                Arguments.of("not JSON", VendorReplies.whole("<html>hello</html>"), 502),
                Arguments.of("cut JSON", VendorReplies.whole("{\"id\":\"chatcmpl-1\",\"choices\":[{"), 502),
                Arguments.of("JSON of another shape", VendorReplies.whole("[1,2]"), 502),
                Arguments.of("empty", VendorReplies.whole(""), 502),
                Arguments.of("a proxy's error page", VendorReplies.htmlError(502), 502),
                Arguments.of("a redirection", VendorReplies.bare(302, Map.of("location", "http://127.0.0.1:9/")), 502),
                Arguments.of("no content", VendorReplies.bare(204, Map.of()), 502),
                Arguments.of("an unheard-of status", VendorReplies.bare(799, Map.of()), 502),
                Arguments.of(
                        "an error with status 200",
                        VendorReplies.whole(Wire.error("Overloaded", "server_error", "server_is_overloaded")),
                        503),
                Arguments.of("silence", VendorReplies.silence(), 504));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void a_vendor_in_trouble_is_not_the_clients_fault(String name, VendorReply reply, int status) {
        VendorScript script = vendor.script(reply);
        OpenAIServiceException e = catchThrowableOfType(
                InternalServerException.class, () -> sdk.chat(ask(script.through("hasty"), "Hello!")));
        assertThat(e).as(name).isNotNull();
        assertThat(e.statusCode()).isEqualTo(status);
        assertThat(e.getMessage()).doesNotContain("Exception", "\tat ", VendorResource.KEY);
        assertThat(e.headers().values("x-request-id")).hasSize(1);
    }

    @Test
    void a_key_in_the_vendors_message_does_not_come_through() {
        JsonObject envelope = Wire.error(
                "Incorrect API key provided: " + VendorResource.KEY, "invalid_request_error", "invalid_api_key");
        VendorScript script = vendor.script(VendorReplies.error(401, envelope, Map.of()));
        for (OpenAIServiceException e : both(script, "openai", UnauthorizedException.class)) {
            assertThat(e.getMessage()).doesNotContain(VendorResource.KEY);
        }
    }

    @Test
    void a_refused_connection_is_a_bad_gateway() {
        OpenAIServiceException e =
                catchThrowableOfType(InternalServerException.class, () -> sdk.chat(ask("nowhere/model", "Hello!")));
        assertThat(e.statusCode()).isEqualTo(502);
    }

    /** The error of a whole and of a streamed answer. */
    private List<OpenAIServiceException> both(
            VendorScript script, String provider, Class<? extends OpenAIServiceException> type) {
        OpenAIServiceException whole =
                catchThrowableOfType(type, () -> sdk.chat(ask(script.through(provider), "Hello!")));
        OpenAIServiceException streamed =
                catchThrowableOfType(type, () -> sdk.chunks(ask(script.through(provider), "Hello!")));
        assertThat(whole).isNotNull();
        assertThat(streamed).isNotNull();
        return List.of(whole, streamed);
    }
}
