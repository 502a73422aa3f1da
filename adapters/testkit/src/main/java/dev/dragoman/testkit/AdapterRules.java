// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an adapter module may know and show, as tests that it inherits by naming its package: Java, {@code core} and no other
 * adapter; no HTTP, no container. Only its dialects, profiles and signers are public.
 */
public abstract class AdapterRules {
    private static final List<String> CORE = List.of(
            "dev.dragoman.capability..",
            "dev.dragoman.dialect..",
            "dev.dragoman.fit..",
            "dev.dragoman.framing..",
            "dev.dragoman.json..",
            "dev.dragoman.loss..",
            "dev.dragoman.media..",
            "dev.dragoman.model..",
            "dev.dragoman.prepare..",
            "dev.dragoman.profile..",
            "dev.dragoman.schema..",
            "java.lang..",
            "java.nio..",
            "java.security..",
            "java.time..",
            "java.util..",
            "org.jspecify..");

    /** Package of the module, that of its parts below it. */
    protected abstract String rootPackage();

    /** Packages of the vendor's own small library, in ArchUnit's notation; none by default. */
    protected List<String> vendorPackages() {
        return List.of();
    }

    /**
     * Packages of the module that are public as a whole, in ArchUnit's notation: what its dialects share, or types for those who
     * use the vendor directly; none by default.
     */
    protected List<String> sharedPackages() {
        return List.of();
    }

    private JavaClasses adapter() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage());
    }

    @Test
    void an_adapter_stands_on_java_and_core_alone() {
        String[] allowed = Stream.of(CORE, vendorPackages(), List.of(rootPackage() + ".."))
                .flatMap(List::stream)
                .toArray(String[]::new);
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed).check(adapter());
    }

    @Test
    void only_what_service_loaders_find_is_public() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Dialect")
                .orShould()
                .haveSimpleNameEndingWith("Profiles")
                .orShould()
                .haveSimpleNameEndingWith("Signer")
                .orShould()
                .resideInAnyPackage(sharedPackages().toArray(String[]::new))
                .check(adapter());
    }
}
