package io.tradelane.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;

/** Where the portal may reach: the engine, and nothing that holds sockets or keys. */
@AnalyzeClasses(packages = "io.tradelane.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The portal and the hub meet only in PostgreSQL. */
    @ArchTest
    static final ArchRule KNOWS_NO_DOORS_AND_NO_FLOWS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.tradelane.adapters..", "io.tradelane.routes..", "org.apache.camel..", "io.tradelane.server..");

    /** SQL belongs to the engine; the portal has tables only for sessions, guesses and what changed lately. */
    @ArchTest
    static final ArchRule HAS_HARDLY_ANY_SQL = noClasses().that().resideOutsideOfPackages("..portal.access..", "..portal.frame..")
            .should().dependOnClassesThat().resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES = slices().matching("io.tradelane.portal.(*)..").should().beFreeOfCycles();

    /** What all rooms share knows none of them. */
    @ArchTest
    static final ArchRule THE_FRAME_KNOWS_NO_ROOM = noClasses().that().resideInAnyPackage("..portal.access..", "..portal.frame..", "..portal.api..")
            .should().dependOnClassesThat().resideInAnyPackage("..portal.order..", "..portal.cart..", "..portal.approval..", "..portal.sourcing..", "..portal.despatch..", "..portal.invoice..", "..portal.payment..",
                    "..portal.exchange..", "..portal.incident..", "..portal.partner..", "..portal.home..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_API =
            classes().that().areMetaAnnotatedWith(Controller.class).and().areNotAnnotations().should().bePackagePrivate();
}
