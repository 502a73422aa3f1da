// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import java.net.InetAddress;

/** Which addresses of the network may be fetched from. */
@FunctionalInterface
interface AddressRule {
    /** Those of the public internet. */
    AddressRule PUBLIC = PublicAddresses::contain;

    boolean admits(InetAddress address);
}
