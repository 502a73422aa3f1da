// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.dialect.VendorProfile.Auth;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.prepare.TargetRules;
import dev.dragoman.profile.FieldPath;
import dev.dragoman.profile.PathRules;
import dev.dragoman.profile.ProfileRules;
import dev.dragoman.profile.Range;
import dev.dragoman.profile.ReasoningRules;
import dev.dragoman.profile.Repairs;
import dev.dragoman.profile.ReplyRules;
import dev.dragoman.profile.ServeRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a checked and complete profile to its rules. Stateless. */
final class ProfileBinder {
    /** Keys under which single rules are replaced, not joined, by a profile that extends another. */
    static final Set<String> WHOLE = Set.of("fields", "body", "replay-part");

    /** The word for vendors without an address of their own. */
    private static final String CONFIGURED = "configured";
    /** What a budget is a share of where the profile does not say it. */
    private static final String CEILING = "32768";

    private static final List<String> NOT_INHERITED = List.of("models", "match", "traits");

    private ProfileBinder() {}

    static VendorProfile bind(String id, YamlNode profile) {
        YamlNode dialect = profile.get("dialect");
        if (dialect == null) {
            throw profile.fault("the profile '" + id
                    + "' names no dialect: add 'dialect: openai-chat' or extend a profile that has one");
        }
        List<VendorProfile.Variant> variants = new ArrayList<>();
        List<YamlNode> traits = new ArrayList<>();
        profile.ifPresent("models", models -> {
            for (YamlNode model : models.elements()) {
                if (model.get("traits") != null) {
                    traits.add(model);
                }
                YamlNode changes = model.without(List.of("match", "traits"));
                if (!changes.members().isEmpty()) {
                    YamlNode whole = profile.without(NOT_INHERITED).with(changes, WHOLE);
                    variants.add(new VendorProfile.Variant(
                            model.member("match").texts(),
                            whole.get("dialect", YamlNode::text, dialect.text()),
                            rules(whole)));
                }
            }
        });
        return VendorProfile.builder(id, dialect.text())
                .baseUrl(baseUrl(id, profile))
                .auth(profile.get("auth", ProfileBinder::auth, Auth.BEARER))
                .environment(profile.get("environment", YamlNode::texts, List.of()))
                .headers(profile.get("headers", YamlNode::textMap, Map.of()))
                .switchedOnByKey(profile.get("switched-on-by-key", YamlNode::isTrue, true))
                .rules(rules(profile))
                .variants(variants)
                .models(traits.isEmpty() ? ModelCatalog.NONE : catalog(traits))
                .build();
    }

    private static @Nullable String baseUrl(String id, YamlNode profile) {
        YamlNode url = profile.get("base-url");
        if (url == null) {
            throw profile.fault("the profile '" + id + "' has no base URL: add 'base-url: https://…', or 'base-url: "
                    + CONFIGURED + "' if every user has an address of their own");
        }
        if (url.text().equals(CONFIGURED)) {
            return null;
        }
        String plain = url.text().replaceAll("\\{[^}]*}", "x");
        try {
            URI uri = new URI(plain);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null && !plain.endsWith("/")) {
                return url.text();
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw url.fault("'" + url.text()
                + "' is no base URL: write http:// or https://, a host and a path without a slash at its end");
    }

    private static Auth auth(YamlNode node) {
        if (node.isScalar()) {
            return new Auth("Authorization", "Bearer ", !node.text().equals("optional-bearer"));
        }
        return new Auth(
                node.get("header", YamlNode::text, "Authorization"),
                node.get("prefix", YamlNode::text, ""),
                node.get("required", YamlNode::isTrue, true));
    }

    private static ProfileRules rules(YamlNode profile) {
        ReasoningRules reasoning = profile.find("reasoning", node -> node.read(ProfileBinder::reasoning));
        Repairs repairs = profile.find(
                "conversation", node -> Conversations.of(node, profile.get("dialect", YamlNode::text, "")));
        if (repairs == null && reasoning != null && reasoning.replay() != ReasoningRules.Replay.DETAILS) {
            // Earlier reasoning is taken out by the same passes.
            repairs = new Repairs(
                    TargetRules.builder(profile.get("dialect", YamlNode::text, ""))
                            .build(),
                    Set.of());
        }
        YamlNode thinking = profile.get("reasoning");
        return new ProfileRules(
                profile.get("fields", FieldRules::of, List.of()),
                reasoning,
                thinking == null ? List.of() : thinking.get("fields", YamlNode::texts, List.of()),
                repairs,
                Set.copyOf(profile.get("vocabulary", YamlNode::texts, List.of())),
                new PathRules(
                        profile.get("path", YamlNode::texts, List.of()),
                        profile.get("stream-path", YamlNode::texts, List.of())),
                profile.get("reply", RepliesAndErrors::reply, ReplyRules.NONE),
                profile.find("errors", RepliesAndErrors::errors),
                profile.get("serve", RepliesAndErrors::serve, ServeRules.NONE));
    }

    private static ReasoningRules reasoning(YamlNode node) {
        ReasoningRules.Words effort = node.find("effort", ProfileBinder::effort);
        YamlNode budget = node.get("budget");
        return new ReasoningRules(
                effort,
                node.find("switch", ProfileBinder::places),
                budget == null ? null : budget.read(ProfileBinder::budget),
                node.find("visible", ProfileBinder::places),
                Conversations.constant(ReasoningRules.Replay.class, node.get("replay", YamlNode::text, "details")),
                node.find("replay-part", YamlNode::json),
                node.find("passage", FieldRules::passage));
    }

    private static ReasoningRules.Words effort(YamlNode node) {
        YamlNode words = node.get("words");
        return new ReasoningRules.Words(field(node), words == null ? Map.of() : FieldRules.words(words));
    }

    private static ReasoningRules.Words places(YamlNode node) {
        return new ReasoningRules.Words(field(node), FieldRules.words(node.without(List.of("field"))));
    }

    private static ReasoningRules.Budget budget(YamlNode node) {
        return new ReasoningRules.Budget(
                field(node),
                node.find("range", range -> Range.parse(range.text(), true)),
                Long.parseLong(node.get("ceiling", YamlNode::text, CEILING)));
    }

    private static FieldPath field(YamlNode node) {
        // The schema demands it.
        return node.member("field").read(field -> FieldPath.parse(field.text()));
    }

    private static ModelCatalog catalog(List<YamlNode> models) {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginArray("models");
            for (YamlNode model : models) {
                json.beginObject().field("match", model.member("match").texts());
                Map<String, YamlNode> traits = model.member("traits").members();
                traits.forEach((name, value) -> json.field(name, value.json()));
                json.endObject();
            }
            json.endArray().endObject();
        }
        return models.get(0).read(node -> ModelCatalog.parse(out.toBytes()));
    }
}
