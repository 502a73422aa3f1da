// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.golden.ProjectFiles;
import dev.dragoman.testkit.json.JsonTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each vendor gets of a request with everything set, and what was lost of it, for a reviewer to read:
 * {@code src/test/resources/golden-requests/<profile>.json}. {@code -Ddragoman.golden.update=true} writes the files, and fails.
 */
class GoldenRequestsTest {
    private static final Path FOLDER = ProjectFiles.module().resolve("src/test/resources/golden-requests");

    @TestFactory
    Stream<DynamicTest> each_vendor_gets_what_a_reviewer_has_read() {
        return Vendors.speakers().stream().map(speaker -> dynamicTest(speaker.name(), () -> check(speaker)));
    }

    private static void check(Vendors.Speaker speaker) throws IOException {
        Path file =
                FOLDER.resolve(speaker.name().replaceAll("[^a-z0-9.-]+", "_").replaceAll("_$", "") + ".json");
        String actual = JsonTrees.pretty(sent(speaker)) + "\n";
        String known = Files.exists(file) ? Files.readString(file) : "";
        if (GoldenCase.isUpdate() && !known.equals(actual)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
            throw new AssertionError(file + " was rewritten: read the change, then run again without the flag");
        }
        assertEquals(known, actual);
    }

    private static ObjectNode sent(Vendors.Speaker speaker) {
        ObjectNode golden = (ObjectNode) JsonTrees.parse("{}");
        Losses losses = new Losses();
        try {
            EncodedRequest encoded = speaker.profiled()
                    .requestEncoder()
                    .encode(Everything.of(speaker.id()), EncodeContext.toVendor(losses, speaker.id()));
            golden.put("path", encoded.path());
            golden.set("body", JsonTrees.parse(encoded.body()));
        } catch (ChatException e) {
            golden.put("refused", e.error().toString());
        }
        ArrayNode lost = golden.putArray("losses");
        for (Loss loss : losses.toList()) {
            lost.add(loss.path() + ";" + loss.kind() + " (" + loss.reason() + ")");
        }
        return golden;
    }
}
