// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Looks up names of hosts. */
@FunctionalInterface
interface NameResolver {
    /** All addresses of a host, or a failure. Completes on the caller's context. */
    Future<List<InetAddress>> resolve(String host);
}
