package io.tradelane.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tradelane.simulators", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    /** A peer that read with our mappings would agree with their errors. */
    @ArchTest
    static final ArchRule PEERS_USE_NO_MAPPING_OF_OURS = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.tradelane.mappings..", "io.tradelane.trading..", "io.tradelane.routes..", "org.springframework..");
}
