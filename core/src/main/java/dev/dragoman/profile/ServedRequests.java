// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.FieldSeverity;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.ReasoningSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of clients of a profile: its words in those of the dialect, which reads them. Stateless. */
final class ServedRequests {
    private final Dialect base;
    private final ProfileRules rules;
    private final List<FieldRule> passed;

    ServedRequests(Dialect base, ProfileRules rules) {
        this.base = base;
        this.rules = rules;
        this.passed = rules.fields(Passage.PASSED);
    }

    DecodedRequest decode(WireRequest wire) {
        if (passed.isEmpty() && rules.reasoning() == null && rules.serve().isNone()) {
            return base.requestDecoder().decode(wire);
        }
        ObjectDraft body = ObjectDraft.request(wire.body());
        Map<String, RawJson> echoed = echoed(body);
        rules.serve().aliases().forEach((alias, field) -> alias(body, alias, field));
        List<Loss> losses = new ArrayList<>(0);
        RequestFields names = new RequestFields(base.requestPaths(), ProfiledRequests.PLAIN, body);
        String model = wire.model() != null ? wire.model() : JsonWords.word(body.get("model"));
        boolean stream = wire.stream() != null ? wire.stream() : JsonWords.is(body.get("stream"), "true");
        FieldRun run = new FieldRun(body, model == null ? "" : model, stream, (kind, path, reason) -> {
            List<String> canonical = names.at(path, true);
            losses.add(new Loss(path, kind, FieldSeverity.of(canonical.isEmpty() ? path : canonical.get(0)), reason));
        });
        run.incoming(passed);
        ReasoningSettings own = rules.reasoning() == null
                ? ReasoningSettings.DEFAULT
                : ReasoningReader.read(body, rules.reasoning(), rules.reasoningFields());
        boolean changed = body.isChanged();
        WireRequest family = changed ? with(wire, body) : wire;
        DecodedRequest decoded = decoded(family, run);
        ReplyShape shape = echoed.isEmpty() ? decoded.shape() : new ProfiledShape(decoded.shape(), echoed);
        if (own.equals(ReasoningSettings.DEFAULT)) {
            return new DecodedRequest(decoded.request(), shape, losses, changed ? family : null);
        }
        ReasoningSettings merged = ReasoningReader.merge(own, decoded.request().reasoning());
        ChatRequest request = decoded.request().toBuilder().reasoning(merged).build();
        return new DecodedRequest(request, shape, losses, said(body, merged, family));
    }

    /** What is wrong is told under the client's own names. */
    private DecodedRequest decoded(WireRequest family, FieldRun run) {
        try {
            return base.requestDecoder().decode(family);
        } catch (ChatException e) {
            ChatError error = e.error();
            String param = error.param();
            String own = param == null ? null : run.foreign(param);
            if (param == null || own == null || own.equals(param)) {
                throw e;
            }
            throw new ChatException(
                    new ChatError(
                            error.kind(),
                            error.status(),
                            error.message().replace(param, own),
                            error.code(),
                            own,
                            error.retryAfter(),
                            error.requestId(),
                            error.raw()),
                    e);
        }
    }

    /** The body with what it says about thinking in the dialect's own words. */
    private WireRequest said(ObjectDraft body, ReasoningSettings reasoning, WireRequest family) {
        ChatRequest plain =
                ProfiledRequests.PLAIN.toBuilder().reasoning(reasoning).build();
        ObjectDraft words = ObjectDraft.known(base.requestEncoder()
                .encode(plain, EncodeContext.toVendor(new Losses(), base.id()))
                .body());
        for (String field : rules.reasoningFields()) {
            RawJson value = words.get(field);
            if (value != null) {
                body.set(field, value);
            }
        }
        return with(family, body);
    }

    /** The same request with another body. */
    private static WireRequest with(WireRequest wire, ObjectDraft body) {
        return new WireRequest(body.toBytes(), wire.model(), wire.stream(), wire.headers(), wire.query());
    }

    private Map<String, RawJson> echoed(ObjectDraft body) {
        Map<String, RawJson> echoed = new LinkedHashMap<>(0);
        rules.serve().echoes().forEach((field, source) -> {
            RawJson value = body.get(source);
            if (value != null && !value.isNull()) {
                echoed.put(field, value);
            }
        });
        return echoed;
    }

    private static void alias(ObjectDraft body, FieldPath alias, FieldPath field) {
        RawJson[] found = {null};
        alias.visit(body, (parent, name, path) -> found[0] = parent.get(name));
        RawJson value = found[0];
        if (value != null) {
            alias.prune(body);
            ObjectDraft parent = field.makeParent(body);
            if (parent != null && !parent.has(field.name())) {
                parent.set(field.name(), value);
            }
        }
    }
}
