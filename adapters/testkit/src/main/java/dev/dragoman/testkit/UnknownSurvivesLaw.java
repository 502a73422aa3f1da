// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.testkit.json.JsonDiff;
import dev.dragoman.testkit.json.JsonPlace;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.ModelPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 5: what nobody here knows goes through. */
final class UnknownSurvivesLaw {
    private static final String NAME = "x_testkit_unknown";
    private static final JsonNode VALUE =
            JsonTrees.parse("{\"a\":[1,2.50,-0.0,12345678901234567890,null,\"\\u00fc\"]}");
    private static final String OTHER_MODEL = "another-model";

    private final Courier courier;
    private final WireSamples samples;

    UnknownSurvivesLaw(Courier courier, WireSamples samples) {
        this.courier = courier;
        this.samples = samples;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("law5_unknown_survives[request, forwarded]", this::forwarded),
                dynamicTest("law5_unknown_survives[request, forwarded to another model]", this::forwardedElsewhere),
                dynamicTest("law5_unknown_survives[request, decoded and encoded]", this::requests),
                dynamicTest("law5_unknown_survives[response, decoded and encoded]", this::responses));
    }

    private void forwarded() {
        for (WireSamples.Sent sent : samples.requests()) {
            JsonNode body = withUnknownEverywhere(sent.encoded().body());
            Losses losses = new Losses();
            JsonNode forwarded = JsonTrees.parse(
                    forward(sent, body, sent.request().model(), losses).body());
            List<String> differences = JsonDiff.between(body, forwarded, path -> false);
            // What the vendor must not be sent as it is, is reported.
            differences = differences.stream()
                    .filter(difference -> losses.toList().stream()
                            .noneMatch(loss -> ModelPath.related(
                                    loss.path(), difference.substring(0, Math.max(0, difference.indexOf(": "))))))
                    .toList();
            if (!differences.isEmpty()) {
                throw new AssertionError("forwarding changed the body: " + differences + "\n  wire: " + body);
            }
        }
    }

    private void forwardedElsewhere() {
        WireSamples.Sent sent = samples.requests().get(0);
        JsonNode body = withUnknownEverywhere(sent.encoded().body());
        EncodedRequest forwarded = forward(sent, body, OTHER_MODEL, new Losses());
        JsonNode changed = JsonTrees.parse(forwarded.body());
        boolean named =
                URLDecoder.decode(forwarded.path(), StandardCharsets.UTF_8).contains(OTHER_MODEL);
        List<String> others = new ArrayList<>();
        for (String difference : JsonDiff.between(body, changed, path -> false)) {
            boolean topLevel = difference.matches("[^.\\[]+: .*");
            if (topLevel && difference.endsWith("\"" + OTHER_MODEL + "\"")) {
                named = true;
            } else {
                others.add(difference);
            }
        }
        if (!named || !others.isEmpty()) {
            throw new AssertionError("forwarding to '" + OTHER_MODEL + "' gave path " + forwarded.path()
                    + " and changed " + others + "\n  wire: " + changed);
        }
    }

    private EncodedRequest forward(WireSamples.Sent sent, JsonNode body, String model, Losses losses) {
        return courier.dialect()
                .requestForwarder()
                .forward(
                        sent.with(courier.kit(), JsonTrees.write(body)),
                        model,
                        sent.request().stream(),
                        courier.toVendor(losses));
    }

    private void requests() {
        Complaints complaints = new Complaints();
        for (WireSamples.Sent sent : samples.requests()) {
            for (String path : objects(sent.encoded().body())) {
                byte[] body = JsonTrees.write(withUnknownAt(path, sent.encoded().body()));
                complaints.check("request, in '" + path + "'", () -> {
                    DecodedRequest decoded = courier.dialect().requestDecoder().decode(sent.with(courier.kit(), body));
                    byte[] encoded = courier.dialect()
                            .requestEncoder()
                            .encode(decoded.request(), courier.toVendor(new Losses()))
                            .body();
                    survives(path, body, encoded);
                });
            }
        }
        complaints.raise();
    }

    private void responses() {
        Complaints complaints = new Complaints();
        for (byte[] response : samples.responses()) {
            for (String path : objects(response)) {
                byte[] body = JsonTrees.write(withUnknownAt(path, response));
                complaints.check("response, in '" + path + "'", () -> {
                    var decoded = courier.dialect().responseDecoder().decode(body, courier.source());
                    survives(
                            path,
                            body,
                            courier.dialect().responseEncoder().encode(decoded, courier.toClient(new Losses())));
                });
            }
        }
        complaints.raise();
    }

    private static void survives(String path, byte[] before, byte[] after) {
        JsonNode tree = JsonTrees.parse(after);
        JsonNode value = null;
        for (JsonPlace place : JsonPlace.in(tree)) {
            if (place.path().equals(path.isEmpty() ? NAME : path + "." + NAME)) {
                value = place.value();
            }
        }
        if (value == null || !JsonDiff.equal(VALUE, value)) {
            throw new AssertionError("the unknown field became " + value + "\n  before: " + Courier.text(before)
                    + "\n  after: " + Courier.text(after));
        }
    }

    /** The objects of a body in which unknown fields must be kept. */
    private List<String> objects(byte[] body) {
        List<String> paths = new ArrayList<>(List.of(""));
        for (JsonPlace place : JsonPlace.in(JsonTrees.parse(body))) {
            if (place.value().isObject()) {
                paths.add(place.path());
            }
        }
        paths.removeIf(path -> !courier.kit().keepsUnknownFieldsAt(path));
        return paths;
    }

    private static JsonNode withUnknownAt(String path, byte[] body) {
        JsonNode tree = JsonTrees.parse(body);
        if (path.isEmpty()) {
            ((ObjectNode) tree).set(NAME, VALUE);
        }
        for (JsonPlace place : JsonPlace.in(tree)) {
            if (place.path().equals(path)) {
                ((ObjectNode) place.value()).set(NAME, VALUE);
            }
        }
        return tree;
    }

    private static JsonNode withUnknownEverywhere(byte[] body) {
        JsonNode tree = JsonTrees.parse(body);
        List<JsonPlace> places = JsonPlace.in(tree);
        ((ObjectNode) tree).set(NAME, VALUE);
        for (JsonPlace place : places) {
            if (place.value() instanceof ObjectNode object) {
                object.set(NAME, VALUE);
            }
        }
        return tree;
    }
}
