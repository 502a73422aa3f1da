// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dragoman.testkit.json.JsonPlace;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Dice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Breaks JSON that stays JSON: other types, other values, missing, doubled and swapped ones. */
public final class JsonMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonMutations() {}

    /** The text with one to three things changed. */
    public static byte[] of(byte[] json, Dice dice) {
        JsonNode tree = JsonTrees.parse(json);
        int changes = dice.between(1, 3);
        for (int i = 0; i < changes; i++) {
            List<JsonPlace> places = JsonPlace.in(tree);
            if (places.isEmpty()) {
                return replacement(dice).toString().getBytes(StandardCharsets.UTF_8);
            }
            change(dice.pick(places), dice.pick(places), dice);
        }
        return JsonTrees.write(tree);
    }

    private static void change(JsonPlace place, JsonPlace other, Dice dice) {
        switch (dice.below(4)) {
            case 0 -> place.remove();
            case 1 -> place.replace(other.value().deepCopy());
            default -> place.replace(replacement(dice));
        }
    }

    /** A value that is rarely the right one. */
    private static JsonNode replacement(Dice dice) {
        return switch (dice.below(16)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.booleanNode(false);
            case 3 -> NODES.numberNode(0);
            case 4 -> NODES.numberNode(-1);
            case 5 -> NODES.numberNode(1.5);
            case 6 -> NODES.numberNode(Long.MIN_VALUE);
            case 7 -> NODES.numberNode(BigInteger.TEN.pow(400));
            case 8 -> NODES.textNode("");
            case 9 -> NODES.textNode(dice.text());
            case 10 -> NODES.textNode("data:image/png;base64,");
            case 11 -> NODES.arrayNode();
            case 12 -> NODES.arrayNode().add(NODES.nullNode());
            case 13 -> NODES.objectNode();
            case 14 -> NODES.objectNode().set("type", NODES.textNode("function"));
            default -> NODES.arrayNode().add(NODES.objectNode()).add("x").add(7);
        };
    }
}
