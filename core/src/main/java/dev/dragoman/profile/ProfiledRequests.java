// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.FieldSeverity;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ReplyPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of a profile, in both roles. Stateless. */
final class ProfiledRequests implements RequestForwarder {
    private static final ChatRequest PLAIN =
            ChatRequest.builder("model").user("text").build();

    private final Dialect base;
    private final ProfileRules rules;
    /** The dialect's names of fields at the top to the profile's. */
    private final Map<String, String> renamed = new HashMap<>();

    private final Map<String, FieldPath> reasoningPlaces = new LinkedHashMap<>();

    ProfiledRequests(Dialect base, ProfileRules rules) {
        this.base = base;
        this.rules = rules;
        for (FieldRule rule : rules.fields()) {
            if (rule.action() instanceof FieldAction.Move move && rule.path().isTop()) {
                renamed.putIfAbsent(rule.path().name(), move.target().toString());
            }
        }
        ReasoningRules reasoning = rules.reasoning();
        if (reasoning != null) {
            place(
                    "reasoning.effort",
                    reasoning.effort() == null ? null : reasoning.effort().field());
            place(
                    "reasoning.mode",
                    reasoning.mode() == null ? null : reasoning.mode().field());
            place(
                    "reasoning.budgetTokens",
                    reasoning.budget() == null ? null : reasoning.budget().field());
            place(
                    "reasoning.visibility",
                    reasoning.visibility() == null
                            ? null
                            : reasoning.visibility().field());
        }
    }

    private void place(String canonical, @Nullable FieldPath field) {
        if (field != null) {
            reasoningPlaces.put(canonical, field);
        }
    }

    /** Where the profile says this canonical setting; {@code null} where the dialect does. */
    @Nullable FieldPath reasoningPlace(String canonical) {
        return reasoningPlaces.get(canonical);
    }

    /** A path of the dialect in the profile's words. */
    String renamed(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        String name = renamed.get(path.substring(0, end));
        return name == null ? path : name + path.substring(end);
    }

    EncodedRequest encode(ChatRequest request, EncodeContext context) {
        Losses losses = context.losses();
        RepairedRequest repaired = RepairedRequest.of(request, rules, context.vendor(), losses);
        ChatRequest fitted = adopted(repaired.request());
        if (rules.reasoning() != null && !fitted.reasoning().equals(ReasoningSettings.DEFAULT)) {
            fitted = fitted.toBuilder().reasoning(ReasoningSettings.DEFAULT).build();
        }
        Losses inner = new Losses();
        EncodedRequest encoded = base.requestEncoder().encode(fitted, context.withLosses(inner));
        losses.addAll(inner.toList().stream().map(repaired::located).toList());
        byte[] body = encoded.body();
        if (!rules.fields().isEmpty() || rules.reasoning() != null) {
            ObjectDraft draft = ObjectDraft.known(body);
            if (rules.reasoning() != null) {
                ReasoningWriter.write(request.reasoning(), rules.reasoning(), draft, losses);
            }
            RequestFields names = new RequestFields(base.requestPaths(), repaired.request(), draft);
            run(draft, request.model(), request.stream(), (kind, path, reason) -> {
                for (String canonical : canonical(names, path, kind)) {
                    losses.add(kind, repaired.source(canonical), reason);
                }
            });
            body = draft.isChanged() ? draft.toBytes() : body;
        }
        ReplyPlan plan = Plans.join(encoded.plan(), repaired.plan());
        return new EncodedRequest(path(encoded, request.model(), request.stream()), encoded.headers(), body, plan);
    }

    @Override
    public EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        boolean looks = rules.repairs() != null || rules.reasoning() != null;
        return forward(wire, looks ? decoded(wire) : PLAIN, model, stream, context);
    }

    /** Whoever hands a body over has read it; what is wrong with it is for the vendor to say. */
    private ChatRequest decoded(WireRequest wire) {
        try {
            return base.requestDecoder().decode(wire).request();
        } catch (ChatException e) {
            return PLAIN;
        }
    }

    @Override
    public EncodedRequest forward(
            WireRequest wire, ChatRequest request, String model, boolean stream, EncodeContext context) {
        if (RepairedRequest.of(request, rules, context.vendor(), new Losses()).isChanged()) {
            Losses found = new Losses();
            EncodedRequest encoded = encode(request.withModel(model).withStream(stream), context.withLosses(found));
            for (Loss loss : found.toList()) {
                context.losses()
                        .addAll(List.of(loss.withPath(base.requestPaths().locate(request, loss.path()))));
            }
            return encoded;
        }
        EncodedRequest forwarded = base.requestForwarder().forward(wire, request, model, stream, context);
        byte[] body = forwarded.body();
        if (!rules.fields().isEmpty() || rules.reasoning() != null) {
            ObjectDraft draft = ObjectDraft.known(body);
            reasoning(request, draft, context.losses());
            RequestFields names = new RequestFields(base.requestPaths(), request, draft);
            run(draft, model, stream, (kind, path, reason) -> {
                List<String> canonical = canonical(names, path, LossKind.DEFAULTED);
                context.losses()
                        .add(kind, FieldSeverity.of(canonical.isEmpty() ? path : canonical.get(0)), path, reason);
            });
            body = draft.isChanged() ? draft.toBytes() : body;
        }
        return new EncodedRequest(path(forwarded, model, stream), forwarded.headers(), body, forwarded.plan());
    }

    /** What a body says about thinking in the dialect's words, in the vendor's. */
    private void reasoning(ChatRequest request, ObjectDraft body, Losses losses) {
        if (rules.reasoning() == null || request.reasoning().equals(ReasoningSettings.DEFAULT)) {
            return;
        }
        for (String field : rules.reasoningFields()) {
            if (request.extensions().get(base.family(), field) == null) {
                body.remove(field);
            }
        }
        Losses found = new Losses();
        ReasoningWriter.write(request.reasoning(), rules.reasoning(), body, found);
        for (Loss loss : found.toList()) {
            losses.addAll(List.of(loss.withPath(base.requestPaths().locate(request, loss.path()))));
        }
    }

    private void run(ObjectDraft body, String model, boolean stream, FieldRun.Report report) {
        new FieldRun(body, model, stream, report).outgoing(rules.fields());
    }

    private List<String> canonical(RequestFields names, String path, LossKind kind) {
        for (Map.Entry<String, FieldPath> place : reasoningPlaces.entrySet()) {
            if (place.getValue().toString().equals(path)) {
                return List.of(place.getKey());
            }
        }
        return names.at(path, kind == LossKind.DEFAULTED);
    }

    private String path(EncodedRequest encoded, String model, boolean stream) {
        String own = rules.paths().path(model, stream);
        return own == null ? encoded.path() : own;
    }

    /** Fields of other dialects that the vendor knows, as fields of this one. */
    private ChatRequest adopted(ChatRequest request) {
        if (rules.vocabulary().isEmpty() || request.extensions().isEmpty()) {
            return request;
        }
        Map<String, Map<String, RawJson>> kept = new LinkedHashMap<>();
        Map<String, RawJson> own = new LinkedHashMap<>(request.extensions().of(base.family()));
        request.extensions().byDialect().forEach((owner, fields) -> {
            if (!owner.equals(base.family())) {
                Map<String, RawJson> rest = new LinkedHashMap<>(fields);
                rest.entrySet()
                        .removeIf(field -> rules.vocabulary().contains(field.getKey())
                                && own.putIfAbsent(field.getKey(), field.getValue()) == null);
                kept.put(owner, rest);
            }
        });
        kept.put(base.family(), own);
        return request.toBuilder().extensions(new Extensions(kept)).build();
    }

    DecodedRequest decode(WireRequest wire) {
        if (rules.fields().isEmpty()
                && rules.reasoning() == null
                && rules.serve().equals(ServeRules.NONE)) {
            return base.requestDecoder().decode(wire);
        }
        ObjectDraft body = ObjectDraft.request(wire.body());
        Map<String, RawJson> echoed = echoed(body);
        rules.serve().aliases().forEach((alias, field) -> alias(body, alias, field));
        List<Loss> losses = new ArrayList<>(0);
        RequestFields names = new RequestFields(base.requestPaths(), PLAIN, body);
        String model = wire.model() != null ? wire.model() : JsonWords.word(body.get("model"));
        boolean stream = wire.stream() != null ? wire.stream() : JsonWords.is(body.get("stream"), "true");
        FieldRun run = new FieldRun(body, model == null ? "" : model, stream, (kind, path, reason) -> {
            List<String> canonical = names.at(path, true);
            losses.add(new Loss(path, kind, FieldSeverity.of(canonical.isEmpty() ? path : canonical.get(0)), reason));
        });
        run.incoming(rules.fields());
        ReasoningSettings own = rules.reasoning() == null
                ? ReasoningSettings.DEFAULT
                : ReasoningReader.read(body, rules.reasoning(), rules.reasoningFields());
        boolean changed = body.isChanged();
        WireRequest family =
                changed ? new WireRequest(body.toBytes(), wire.model(), wire.stream(), wire.headers()) : wire;
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
        ChatRequest plain = PLAIN.toBuilder().reasoning(reasoning).build();
        ObjectDraft words = ObjectDraft.known(base.requestEncoder()
                .encode(plain, EncodeContext.toVendor(new Losses(), base.id()))
                .body());
        for (String field : rules.reasoningFields()) {
            RawJson value = words.get(field);
            if (value != null) {
                body.set(field, value);
            }
        }
        return new WireRequest(body.toBytes(), family.model(), family.stream(), family.headers());
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
