// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.gateway.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysFileTest {
    private static final String HASH = "sha256:e6b75c2f7e24d1c7b7aae5ac0ae3a8d4c8b2d7c6d9a94a0f1f6c7e0d7f9b2b11";

    @Test
    void reads_names_hashes_and_settings() {
        List<KnownKey> keys = KeysFile.parse("# ours\n\n one: " + HASH + "\r\ntwo: " + HASH.replace('e', 'F')
                + " models=fast,demo/*  expires=2027-01-31 max-concurrent=3 requests-per-minute=60\n");
        assertThat(keys)
                .extracting(KnownKey::key)
                .containsExactly(
                        new InboundKey("one", List.of(), null, KeyLimit.NONE),
                        new InboundKey(
                                "two",
                                List.of("fast", "demo/*"),
                                Instant.parse("2027-01-31T00:00:00Z"),
                                new KeyLimit(3, 60)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fake-secret | must be",
                "a: fake-secret | must be",
                "a: sha256:12fake-secret | 64 hexadecimal",
                "a: HASH models= | must name models",
                "a: HASH models=a,,fake-secret | must name models",
                "a: HASH expires=fake-secret | must be like",
                "a: HASH max-concurrent=0 | 1 or more",
                "a: HASH requests-per-minute=fake-secret | 1 or more",
                "a: HASH fake-secret | is none of",
                "b: HASH | another line"
            })
    void a_wrong_line_is_named_and_not_repeated(String line, String problem) {
        String text = "b: " + HASH + "\n" + line.replace("HASH", HASH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeysFile.parse(text))
                .withMessageContaining("line 2")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void a_changed_file_is_taken_in_and_a_wrong_or_missing_one_is_not(@TempDir Path folder) throws Exception {
        InboundKeys keys = new InboundKeys(List.of(), true, false, Clock.systemUTC());
        Path file = folder.resolve("keys");
        KeysFileWatch watch = new KeysFileWatch(file, keys);
        assertThatIllegalArgumentException().isThrownBy(watch::load);
        Files.writeString(file, "one: " + hash("fake-1"));
        watch.load();
        assertThat(opens(keys, "fake-1")).isTrue();
        for (String wrong : new String[] {"one: " + hash("fake-2") + "\nnonsense", null}) {
            if (wrong == null) {
                Files.delete(file);
            } else {
                Files.writeString(file, wrong);
            }
            watch.check();
            assertThat(opens(keys, "fake-1")).isTrue();
            assertThat(opens(keys, "fake-2")).isFalse();
        }
        Files.writeString(file, "one: " + hash("fake-2"));
        watch.check();
        assertThat(opens(keys, "fake-1")).isFalse();
        assertThat(opens(keys, "fake-2")).isTrue();
    }

    private static boolean opens(InboundKeys keys, String key) {
        return keys.admit(Requests.with(Map.of("x-api-key", key))).objection() == null;
    }

    private static String hash(String key) throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "sha256:" + java.util.HexFormat.of().formatHex(digest);
    }
}
