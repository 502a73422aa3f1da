// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of files that belong together.
 *
 * @param name the folder's name
 * @param folder where it is
 */
public record GoldenCase(String name, Path folder) {
    /** {@code -Ddragoman.golden.update=true} rewrites what follows from the wire files, and then fails. */
    public static final String UPDATE_PROPERTY = "dragoman.golden.update";

    /** The cases of a dialect, in the order of their names; none if it has no folder. */
    public static List<GoldenCase> of(String dialect) {
        Path folder = ProjectFiles.module().resolve("src/test/resources/golden").resolve(dialect);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(path -> new GoldenCase(path.getFileName().toString(), path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the files that follow from others shall be rewritten. */
    public static boolean isUpdate() {
        return Boolean.getBoolean(UPDATE_PROPERTY);
    }

    /** Whether it has this file. */
    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The bytes of a file, if it has it. */
    public Optional<byte[]> bytes(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file, if it has it. */
    public Optional<String> text(String file) {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The bytes of its stream, whatever the framing, if it has one. */
    public Optional<byte[]> stream() {
        return Stream.of("stream.wire.sse", "stream.wire.ndjson", "stream.wire.bin")
                .filter(this::has)
                .findFirst()
                .flatMap(this::bytes);
    }

    /** Writes a file that follows from others; an empty text deletes it. */
    public void write(String file, String text) {
        try {
            if (text.isEmpty()) {
                Files.deleteIfExists(folder.resolve(file));
            } else {
                Files.writeString(folder.resolve(file), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
