// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

/** What the vendor does with a request. */
@FunctionalInterface
public interface VendorReply {
    /** Answers, now or later or never. */
    void to(VendorExchange exchange);
}
