// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.json.JsonPlace;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.ModelPath;
import dev.dragoman.translate.Translator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Law 6, for values of the wrong type in requests: they are refused with the path of the field, or kept (where a field takes
 * several types, and in fields that are passed on as they are), but never turned into something else in silence.
 */
final class WrongTypesLaw {
    /** Stands in each wrong value, so that it is found again. */
    private static final String MARK = "70417041";

    private static final List<String> WRONG = List.of(
            "\"" + MARK + "\"", MARK, "{\"x_" + MARK + "\":1}", "[\"" + MARK + "\"]", MARK + ".5", "[[" + MARK + "]]");

    private final Courier courier;
    private final WireSamples samples;

    WrongTypesLaw(Courier courier, WireSamples samples) {
        this.courier = courier;
        this.samples = samples;
    }

    Stream<DynamicTest> tests() {
        Map<String, WireSamples.Sent> byField = new LinkedHashMap<>();
        for (WireSamples.Sent sent : samples.ofEachField()) {
            for (JsonPlace place : JsonPlace.in(JsonTrees.parse(sent.encoded().body()))) {
                String field = field(place);
                if (!isWithinSchema(field)) {
                    byField.putIfAbsent(field, sent);
                }
            }
        }
        return byField.entrySet().stream()
                .map(field -> dynamicTest(
                        "law6_wrong_types_are_named[" + field.getKey() + "]",
                        () -> check(field.getKey(), field.getValue())));
    }

    private static String field(JsonPlace place) {
        return place.path().replaceAll("\\[\\d+]", "[]");
    }

    /** Inside of JSON that is passed on as it is there is no wrong type. */
    private static boolean isWithinSchema(String field) {
        return field.contains("properties") || field.contains("x_testkit") || field.contains("$defs");
    }

    private void check(String field, WireSamples.Sent sent) {
        Complaints complaints = new Complaints();
        for (String wrong : WRONG) {
            JsonNode tree = JsonTrees.parse(sent.encoded().body());
            JsonNode value = JsonTrees.parse(wrong);
            for (JsonPlace place : JsonPlace.in(tree)) {
                if (field(place).equals(field) && place.value().getNodeType() != value.getNodeType()) {
                    place.replace(value);
                    complaints.check(place.path() + " = " + wrong, () -> refusedOrKept(place.path(), tree, sent));
                    break;
                }
            }
        }
        complaints.raise();
    }

    private void refusedOrKept(String path, JsonNode tree, WireSamples.Sent sent) {
        DecodedRequest decoded;
        try {
            decoded = courier.dialect().requestDecoder().decode(sent.with(courier.kit(), JsonTrees.write(tree)));
        } catch (ChatException e) {
            String param = e.error().param();
            if (param == null || !ModelPath.related(param, path)) {
                throw new AssertionError("refused, but the path is " + param + ": " + e.error());
            }
            return;
        }
        byte[] encoded;
        Losses losses = new Losses();
        try {
            encoded = courier.dialect()
                    .requestEncoder()
                    .encode(decoded.request(), courier.toVendor(losses))
                    .body();
        } catch (ChatException e) {
            return;
        }
        boolean reported = Translator.locate(courier.dialect(), decoded.request(), losses.toList()).stream()
                .anyMatch(loss -> ModelPath.related(loss.path(), path));
        if (!reported && !Courier.text(encoded).contains(MARK)) {
            throw new AssertionError(
                    "neither refused nor kept nor reported\n  sent: " + tree + "\n  then: " + Courier.text(encoded));
        }
    }
}
