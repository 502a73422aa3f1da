// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What {@code core} may know: Java, Jackson's streaming core, JSpecify. */
class ModuleRulesTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dragoman");

    @Test
    void core_stands_on_java_and_the_streaming_core_of_jackson_alone() {
        classes()
                .that()
                .resideInAPackage("dev.dragoman..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.dragoman..",
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..")
                .check(CORE);
    }

    @Test
    void only_the_json_package_knows_jackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dragoman.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CORE);
    }

    @Test
    void the_model_knows_no_dialect() {
        noClasses()
                .that()
                .resideInAPackage("dev.dragoman.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dragoman.dialect..", "dev.dragoman.framing..", "dev.dragoman.translate..")
                .check(CORE);
    }
}
