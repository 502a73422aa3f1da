// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What an adapter may know: Java and {@code core}. Only its dialects and profiles are public. */
class AdapterRulesTest {
    private static final JavaClasses ADAPTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dragoman.adapters");

    @Test
    void an_adapter_stands_on_java_and_core_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.dragoman.adapters.anthropic..",
                        "dev.dragoman.json..",
                        "dev.dragoman.model..",
                        "dev.dragoman.dialect..",
                        "dev.dragoman.framing..",
                        "dev.dragoman.loss..",
                        "dev.dragoman.prepare..",
                        "dev.dragoman.schema..",
                        "dev.dragoman.capability..",
                        "java.lang..",
                        "java.util..",
                        "java.nio..",
                        "java.time..",
                        "org.jspecify..")
                .check(ADAPTER);
    }

    @Test
    void only_dialects_and_profiles_are_public() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Dialect")
                .orShould()
                .haveSimpleNameEndingWith("Profiles")
                .check(ADAPTER);
    }
}
