// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.FieldSeverity;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ReplyPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to a vendor of a profile: what the dialect writes, in the words of the profile. Stateless. */
final class ProfiledRequests implements RequestForwarder {
    /** What is asked where nobody knows what a body says. */
    static final ChatRequest PLAIN = ChatRequest.builder("model").user("text").build();

    private final Dialect base;
    private final ProfileRules rules;
    private final ProfiledPaths paths;
    /** The rules for bodies that pass through. */
    private final List<FieldRule> passed;
    /** The rules for bodies that our encoder wrote. */
    private final List<FieldRule> translated;

    private final Set<String> avoided;

    ProfiledRequests(Dialect base, ProfileRules rules) {
        this.base = base;
        this.rules = rules;
        this.paths = new ProfiledPaths(base.requestPaths(), rules);
        this.avoided = rules.avoidedFields();
        this.passed = rules.fields(Passage.PASSED);
        this.translated = rules.fields(Passage.TRANSLATED);
    }

    /** Where the values of a request stand in a body of the profile. */
    RequestPaths paths() {
        return paths;
    }

    EncodedRequest encode(ChatRequest request, EncodeContext context) {
        return encode(request, context, Passage.TRANSLATED);
    }

    private EncodedRequest encode(ChatRequest request, EncodeContext context, Passage passage) {
        ReasoningRules thinking = thinking(passage);
        Losses losses = context.losses();
        RepairedRequest repaired = RepairedRequest.of(request, rules, context.vendor(), losses);
        ChatRequest fitted = adopted(repaired.request());
        if (thinking != null && !fitted.reasoning().equals(ReasoningSettings.DEFAULT)) {
            fitted = fitted.toBuilder()
                    .reasoning(ProfileThinking.hint(fitted.reasoning()))
                    .build();
        }
        Losses inner = new Losses();
        EncodedRequest encoded =
                base.requestEncoder().encode(fitted, towards(context).withLosses(inner));
        losses.addAll(inner.toList().stream()
                .filter(loss -> thinking == null || !loss.path().startsWith("reasoning"))
                .map(repaired::located)
                .toList());
        byte[] body = encoded.body();
        List<FieldRule> fields = passage == Passage.PASSED ? passed : translated;
        if (!fields.isEmpty() || thinking != null) {
            ObjectDraft draft = ObjectDraft.known(body);
            if (thinking != null) {
                ProfileThinking.write(request, thinking, rules.reasoningFields(), base, draft, context);
            }
            RequestFields names = new RequestFields(base.requestPaths(), repaired.request(), draft);
            FieldRun run = new FieldRun(draft, request.model(), request.stream(), (kind, path, reason) -> {
                for (String canonical : paths.canonical(names, path, kind)) {
                    losses.add(kind, repaired.source(canonical), reason);
                }
            });
            run.outgoing(fields);
            body = draft.isChanged() ? draft.toBytes() : body;
        }
        ReplyPlan plan = Plans.join(encoded.plan(), repaired.plan());
        return new EncodedRequest(path(encoded, request.model(), request.stream()), encoded.headers(), body, plan);
    }

    /** The context for codecs that are to do without what the vendor refuses. */
    EncodeContext towards(EncodeContext context) {
        return avoided.isEmpty() ? context : context.withRefusedFields(avoided);
    }

    /** How the vendor is told to think by such a request; {@code null} where the dialect's words go as they are. */
    private @Nullable ReasoningRules thinking(Passage passage) {
        ReasoningRules reasoning = rules.reasoning();
        return reasoning == null || !reasoning.applyTo(passage) ? null : reasoning;
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
            ChatRequest asked = request.withModel(model).withStream(stream);
            EncodedRequest encoded = encode(asked, context.withLosses(found), Passage.PASSED);
            for (Loss loss : found.toList()) {
                context.losses()
                        .addAll(List.of(loss.withPath(base.requestPaths().locate(request, loss.path()))));
            }
            return encoded;
        }
        EncodedRequest forwarded = base.requestForwarder().forward(wire, request, model, stream, context);
        byte[] body = forwarded.body();
        ReasoningRules thinking = thinking(Passage.PASSED);
        if (!passed.isEmpty() || thinking != null) {
            ObjectDraft draft = ObjectDraft.known(body);
            if (thinking != null) {
                reasoning(request, thinking, draft, context.losses());
            }
            RequestFields names = new RequestFields(base.requestPaths(), request, draft);
            FieldRun run = new FieldRun(draft, model, stream, (kind, path, reason) -> {
                List<String> canonical = paths.canonical(names, path, LossKind.DEFAULTED);
                context.losses()
                        .add(kind, FieldSeverity.of(canonical.isEmpty() ? path : canonical.get(0)), path, reason);
            });
            run.outgoing(passed);
            body = draft.isChanged() ? draft.toBytes() : body;
        }
        return new EncodedRequest(path(forwarded, model, stream), forwarded.headers(), body, forwarded.plan());
    }

    /** What a body says about thinking in the dialect's words, in the vendor's. */
    private void reasoning(ChatRequest request, ReasoningRules thinking, ObjectDraft body, Losses losses) {
        if (request.reasoning().equals(ReasoningSettings.DEFAULT)) {
            return;
        }
        for (String field : rules.reasoningFields()) {
            if (request.extensions().get(base.family(), field) == null) {
                body.remove(field);
            }
        }
        Losses found = new Losses();
        ReasoningWriter.write(request.reasoning(), thinking, body, found);
        for (Loss loss : found.toList()) {
            losses.addAll(List.of(loss.withPath(base.requestPaths().locate(request, loss.path()))));
        }
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
}
