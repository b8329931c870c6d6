package io.tradelane.adapters;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tradelane.adapters", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    /**
     * A door is added as one folder and removed as one: no door may lean on another. Keys and S/MIME are the same by mail, SOAP and AS2, and a call of a
     * partner's web service the same for all that make one.
     */
    @ArchTest
    static final ArchRule NO_DOOR_KNOWS_ANOTHER = slices().matching("io.tradelane.adapters.(*)..").should().notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("io.tradelane.adapters.mail", "io.tradelane.adapters.soap"), resideInAPackage("io.tradelane.adapters.as2.message"))
            .ignoreDependency(alwaysTrue(), resideInAPackage("io.tradelane.adapters.calling"));

    /** Doors move bytes; what these mean is read elsewhere. */
    @ArchTest
    static final ArchRule DOORS_KNOW_PARTNERS_AND_EXCHANGE_ONLY = classes().that().resideInAPackage("io.tradelane.adapters..")
            .should().onlyDependOnClassesThat().resideOutsideOfPackage("io.tradelane..")
            .orShould().onlyDependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("io.tradelane..")
                    .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage("io.tradelane.adapters..",
                            "io.tradelane.trading.partner", "io.tradelane.trading.exchange..", "io.tradelane.trading.shared")));

    /** AS2 messages are read and made without HTTP, Camel or Spring, so that they can be tested and fuzzed alone. */
    @ArchTest
    static final ArchRule MESSAGES_NEED_NO_FRAMEWORK = noClasses().that().resideInAPackage("io.tradelane.adapters.as2.message")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.camel..", "jakarta.servlet..",
                    "java.net.http..", "io.tradelane.trading..");
}
