// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A request as the vendor got it.
 *
 * @param path path and query
 * @param headers names in lower case
 * @param body the JSON body
 */
public record Received(String path, Map<String, String> headers, JsonObject body) {}
