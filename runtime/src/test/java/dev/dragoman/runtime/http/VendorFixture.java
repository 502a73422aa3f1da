// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A provider in front of a scripted vendor, without a container. */
final class VendorFixture {
    static final Duration LONG = Duration.ofSeconds(20);

    final Vertx vertx = Vertx.vertx();
    private final VendorClients clients = new VendorClients(vertx, null, name -> Optional.empty());

    static VendorSettings.Limits limits(Duration firstToken, Duration idle, Duration request) {
        return new VendorSettings.Limits(Duration.ofSeconds(5), firstToken, idle, request, 4);
    }

    static VendorSettings settings(String baseUrl, @Nullable String key, VendorSettings.Limits limits) {
        return settings(baseUrl, key, limits, new String[0]);
    }

    private static VendorSettings settings(
            String baseUrl, @Nullable String key, VendorSettings.Limits limits, String... refusedFields) {
        VendorProfile profile = VendorProfile.builder("openai", OpenAiChatDialect.ID)
                .headers(Map.of("X-Profile", "p", "X-Both", "profile"))
                .avoids(refusedFields)
                .build();
        return new VendorSettings(
                "acme",
                profile,
                BaseUrl.parse(baseUrl),
                key,
                Map.of("X-Both", "configured"),
                List.of(),
                limits,
                Optional.empty(),
                Optional.empty());
    }

    Provider provider(String baseUrl, VendorSettings.Limits limits) {
        return clients.provider(settings(baseUrl, "sk-fake", limits), new VendorDialects(new OpenAiChatDialect()));
    }

    /** One that makes one answer at a time. */
    Provider singleMinded(String baseUrl) {
        return clients.provider(
                settings(baseUrl, "sk-fake", limits(LONG, LONG, LONG), "n"),
                new VendorDialects(new OpenAiChatDialect()));
    }

    /** Asks "Hi". */
    static ProviderCall call(Provider provider, boolean stream) {
        return provider.call(ChatRequest.builder("m").user("Hi").stream(stream).build(), new Losses());
    }

    RecordingStream stream(ProviderCall call) {
        RecordingStream recording = new RecordingStream(vertx.getOrCreateContext(), true);
        recording.start(call);
        return recording;
    }

    RecordingStream unread(ProviderCall call) {
        RecordingStream recording = new RecordingStream(vertx.getOrCreateContext(), false);
        recording.start(call);
        return recording;
    }

    RecordingAnswer answer(ProviderCall call) {
        RecordingAnswer recording = new RecordingAnswer();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(now -> recording.start(call));
        return recording;
    }

    void close() throws Exception {
        clients.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
