// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import java.nio.charset.StandardCharsets;

/** Paths of the API: the name of the model is one segment, percent-encoded. */
final class BedrockConverseUri {
    private static final String UNRESERVED = "-._~";

    private BedrockConverseUri() {}

    static String converse(String model) {
        return path(model, "/converse");
    }

    static String converseStream(String model) {
        return path(model, "/converse-stream");
    }

    static String countTokens(String model) {
        return path(model, "/count-tokens");
    }

    /** All but RFC 3986's unreserved characters is encoded, as AWS' SDKs do it. */
    private static String path(String model, String operation) {
        StringBuilder path = new StringBuilder("/model/");
        for (byte b : model.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0;
            if (plain) {
                path.append(c);
            } else {
                path.append('%');
                path.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                path.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return path.append(operation).toString();
    }
}
