// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.fanout.ChoiceFanOut;
import dev.dragoman.loss.Losses;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.runtime.fanout.FannedCall;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.media.MediaFetching;
import dev.dragoman.runtime.provider.Patience;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor that is reached over HTTP and speaks a dialect. */
final class HttpProvider implements Provider {
    private final VendorDialects dialects;
    private final VendorClient client;
    private final MediaFetching media;

    HttpProvider(VendorDialects dialects, VendorClient client, MediaFetching media) {
        this.dialects = dialects;
        this.client = client;
        this.media = media;
    }

    @Override
    public String name() {
        return client.settings().name();
    }

    @Override
    public String adapter() {
        return client.settings().profile().id();
    }

    @Override
    public List<String> models() {
        return client.settings().models();
    }

    @Override
    public boolean speaks(Dialect other) {
        return ProfiledDialect.takes(dialects.usual(), other);
    }

    @Override
    public boolean speaks(Dialect other, String model) {
        return ProfiledDialect.takes(dialects.of(model), other);
    }

    @Override
    public boolean relays(Dialect client, String model, boolean stream) {
        return ProfiledDialect.passes(dialects.of(model), client, stream);
    }

    @Override
    public ProviderCall call(ChatRequest request, Losses losses) {
        return media.call(request, () -> intake(request.model()), losses, this::ready);
    }

    private MediaIntake intake(String model) {
        return dialects.of(model)
                .mediaIntake()
                .without(client.settings().profile().refusedFields());
    }

    private ProviderCall ready(ChatRequest request, Losses losses) {
        if (!asksRepeatedly(request)) {
            return one(request, losses);
        }
        List<ChatRequest> requests = ChoiceFanOut.split(request, losses);
        List<ProviderCall> calls = new ArrayList<>(requests.size());
        for (ChatRequest each : requests) {
            // They differ in their seeds only: what the first loses all lose.
            calls.add(one(each, calls.isEmpty() ? losses : new Losses()));
        }
        return new FannedCall(calls);
    }

    private ProviderCall one(ChatRequest request, Losses losses) {
        Dialect dialect = dialects.of(request.model());
        EncodedRequest encoded = dialect.requestEncoder().encode(request, client.context(losses));
        return new HttpCall(client, dialect, encoded, request.model(), choices(request));
    }

    @Override
    public boolean asksRepeatedly(ChatRequest request) {
        return ChoiceFanOut.isNeeded(request, dialects.of(request.model()), client.context(new Losses()));
    }

    @Override
    public ProviderCall forward(WireRequest wire, ChatRequest request, String model, Losses losses) {
        Dialect dialect = dialects.of(model);
        EncodedRequest forwarded =
                dialect.requestForwarder().forward(wire, request, model, request.stream(), client.context(losses));
        return new HttpCall(client, dialect, forwarded, model, choices(request));
    }

    @Override
    public Provider with(Patience patience) {
        return new HttpProvider(dialects, client.with(patience), media);
    }

    @Override
    public GuardSettings guards() {
        return client.settings().guards();
    }

    @Override
    public boolean hasOtherKey(ChatError error) {
        return client.keys().hasOther(error);
    }

    @Override
    public boolean continues(ChatRequest request) {
        return client.settings()
                .prefill()
                .orElseGet(() -> dialects.of(request.model()).continues(request, client.context(new Losses())));
    }

    @Override
    public @Nullable TokenCounter counter() {
        Dialect dialect = dialects.usual();
        return dialect.tokenCounts()
                .map(counts -> new HttpTokenCounter(dialect, counts, client))
                .orElse(null);
    }

    private static int choices(ChatRequest request) {
        Integer count = request.choiceCount();
        return count == null ? 1 : Math.max(1, count);
    }
}
