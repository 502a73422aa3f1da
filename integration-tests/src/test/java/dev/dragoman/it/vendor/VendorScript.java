// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the vendor does when it is asked for one model, and what it was asked. A model belongs to one test. Thread-safe. */
public final class VendorScript {
    private final String model;
    private final Queue<VendorReply> replies;
    private final List<VendorExchange> exchanges = new CopyOnWriteArrayList<>();

    VendorScript(String model, List<VendorReply> replies) {
        this.model = model;
        this.replies = new ConcurrentLinkedQueue<>(replies);
    }

    /** The vendor's name of the model. */
    public String model() {
        return model;
    }

    /** The model as a client of the gateway names it. */
    public String through(String provider) {
        return provider + "/" + model;
    }

    /** All requests so far. */
    public List<VendorExchange> exchanges() {
        return exchanges;
    }

    /** The first request; waits for it. */
    public VendorExchange exchange() {
        await().atMost(VendorExchange.PATIENCE).until(() -> !exchanges.isEmpty());
        return exchanges.get(0);
    }

    /** What was asked first. */
    public Received received() {
        return exchange().received();
    }

    /** Does what comes next; the last reply is repeated. */
    void answer(VendorExchange exchange) {
        exchanges.add(exchange);
        VendorReply reply = replies.size() > 1 ? replies.poll() : replies.peek();
        if (reply != null) {
            reply.to(exchange);
        }
    }
}
