// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import java.util.List;

/** One server-sent event for each event. */
public class ToyStreamEncoder implements StreamEncoder {
    @Override
    public void encode(ChatEvent event, WireBuffer out) {
        Sse.begin(out);
        out.write(JsonTrees.write(CanonicalJson.of(event)));
        Sse.end(out);
    }

    @Override
    public void heartbeat(WireBuffer out) {
        Sse.comment(out, "still here");
    }

    @Override
    public void losses(List<Loss> losses, WireBuffer out) {
        losses.forEach(loss -> Sse.comment(out, loss.path() + ": " + loss.reason()));
    }
}
