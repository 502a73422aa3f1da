// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.profile.VendorDialects;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;

/** Requests as vendors get them, and what was lost on the way. */
final class ToVendor {
    private final Losses losses = new Losses();

    Losses losses() {
        return losses;
    }

    /** A body with a message and these members that passes through. */
    JsonNode forward(String vendor, String model, String members) {
        String more = members.isEmpty() ? "" : "," + members;
        return forwardBody(vendor, model, "{'model':'m','messages':[{'role':'user','content':'x'}]" + more + "}");
    }

    /** A body with a message and these members that is read and written anew. */
    JsonNode translate(String vendor, String model, String members) {
        WireRequest wire = WireRequest.of(
                bytes("{'model':'" + model + "','messages':[{'role':'user','content':'x'}]," + members + "}"));
        Dialect client = Vendors.DIALECTS.get("openai-chat");
        ChatRequest request = client.requestDecoder().decode(wire).request();
        Losses found = new Losses();
        byte[] body = Vendors.dialect(vendor)
                .requestEncoder()
                .encode(request, EncodeContext.toVendor(found, vendor))
                .body();
        losses.addAll(Translator.locate(client, request, found.toList()));
        return JsonTrees.parse(body);
    }

    /** A body that passes through. */
    JsonNode forwardBody(String vendor, String model, String body) {
        boolean stream = body.contains("'stream':true");
        Dialect dialect = new VendorDialects(Vendors.ALL.get(vendor), Vendors.DIALECTS).of(model);
        return JsonTrees.parse(dialect.requestForwarder()
                .forward(WireRequest.of(bytes(body)), model, stream, EncodeContext.toVendor(losses, vendor))
                .body());
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
