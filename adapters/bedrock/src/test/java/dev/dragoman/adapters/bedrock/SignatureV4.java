// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 as its documentation describes it, to check signatures by other means than they were made. */
final class SignatureV4 {
    private final String secret;
    private final String region;
    private final String service;

    SignatureV4(String secret, String region, String service) {
        this.secret = secret;
        this.region = region;
        this.service = service;
    }

    /**
     * The signature of a request.
     *
     * @param path as it goes into the canonical request: encoded twice
     * @param headers the signed ones, {@code x-amz-date} among them
     */
    String of(String method, String path, String query, Map<String, String> headers, byte[] body) {
        Map<String, String> sorted = new TreeMap<>(headers);
        String date = sorted.get("x-amz-date");
        String canonical = method + "\n" + path + "\n" + query + "\n"
                + sorted.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + String.join(";", sorted.keySet()) + "\n" + sha256(body);
        String day = date.substring(0, 8);
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String toSign =
                "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day);
        for (String step : new String[] {region, service, "aws4_request"}) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
