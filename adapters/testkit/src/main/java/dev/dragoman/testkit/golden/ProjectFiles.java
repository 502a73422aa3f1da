// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.golden;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the module under test and of its project are. */
public final class ProjectFiles {
    private ProjectFiles() {}

    /** The folder of the module under test: Maven names it, an IDE runs in it. */
    public static Path module() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")))
                .toAbsolutePath()
                .normalize();
    }

    /** The folder of the whole project: the outermost that has a {@code pom.xml}, without a gap. */
    public static Path project() {
        Path folder = module();
        Path parent = folder.getParent();
        while (parent != null && Files.exists(parent.resolve("pom.xml"))) {
            folder = parent;
            parent = folder.getParent();
        }
        return folder;
    }

    /** The module under test as Maven's {@code -pl} wants it. */
    public static String moduleName() {
        String name = project().relativize(module()).toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }
}
