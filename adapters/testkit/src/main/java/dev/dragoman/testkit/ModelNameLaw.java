// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.model.ModelFields;
import dev.dragoman.testkit.model.SampleContext;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The name of a model is the caller's: whatever it holds, the request goes to the vendor's path for chats and to no other. A name
 * is refused or stays a name, for requests that are written, passed on and counted.
 */
final class ModelNameLaw {
    private static final List<String> NAMES = List.of(
            "../../x",
            "a/../b",
            "..",
            ".",
            "a/..",
            "%2e%2e",
            "%252E%252e/x",
            "..%2fx",
            "..\\x",
            "x?key=1",
            "x#y",
            "x y",
            "x\r\nHost: evil.example",
            "\u00fc",
            "%",
            "x%zz",
            "http://evil.example/");

    private final Courier courier;

    ModelNameLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return NAMES.stream()
                .map(name -> dynamicTest(
                        "names_of_models_stay_names[" + name.replace("\r\n", "<CRLF>") + "]", () -> tried(name)));
    }

    private void tried(String name) {
        ChatRequest request = ModelFields.plainRequest();
        String usual = encoded(request).path();
        sent(usual, name, () -> encoded(request.withModel(name)));
        sent(
                usual,
                name,
                () -> courier.dialect()
                        .requestForwarder()
                        .forward(wire(encoded(request), request), name, false, courier.toVendor(new Losses())));
        courier.dialect().tokenCounts().ifPresent(counts -> counted(counts, request, name));
    }

    private void counted(TokenCounts counts, ChatRequest request, String name) {
        EncodedRequest usual = counts.encodeRequest(request, courier.toVendor(new Losses()));
        sent(usual.path(), name, () -> counts.encodeRequest(request.withModel(name), courier.toVendor(new Losses())));
        sent(
                usual.path(),
                name,
                () -> counts.forwardRequest(wire(usual, request), name, courier.toVendor(new Losses())));
    }

    private EncodedRequest encoded(ChatRequest request) {
        return courier.dialect().requestEncoder().encode(request, courier.toVendor(new Losses()));
    }

    private WireRequest wire(EncodedRequest encoded, ChatRequest request) {
        return courier.kit().asClientRequest(encoded, request);
    }

    private static void sent(String usual, String name, Supplier<EncodedRequest> encoder) {
        String path;
        try {
            path = encoder.get().path();
        } catch (ChatException refused) {
            return;
        }
        int model = usual.indexOf(SampleContext.MODEL);
        String before = model < 0 ? usual : usual.substring(0, model);
        String behind = model < 0 ? "" : usual.substring(model + SampleContext.MODEL.length());
        boolean stays = path.length() >= before.length() + behind.length()
                && path.startsWith(before)
                && path.endsWith(behind)
                && path.substring(before.length(), path.length() - behind.length())
                        .matches("[A-Za-z0-9._~!$&'()*+,;=:@/%-]*")
                && staysThere(path);
        if (!stays) {
            throw new AssertionError("a model called '" + name + "' makes the path " + path);
        }
    }

    /** Whether no segment leads elsewhere, though servers and proxies may decode a path more than once. */
    private static boolean staysThere(String path) {
        String decoded =
                path.replaceAll("\\?.*", "").replaceAll("(?i)%(25)*2e", ".").replaceAll("(?i)%(25)*(2f|5c)", "/");
        return Stream.of(decoded.split("/", -1)).noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
