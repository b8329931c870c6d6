package io.tradelane.trading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Goods flow downhill: a room imports those before it and never those after. */
@AnalyzeClasses(packages = "io.tradelane.trading", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    /** In the order in which goods and documents flow. */
    private static final List<String> ROOMS = List.of(
            "shared", "document", "partner", "exchange", "incident", "people", "admission", "ledger",
            "catalogue", "inventory", "order", "approval", "sourcing", "contract", "cart", "despatch", "schedule", "invoice", "payment", "relation", "requirement", "chat", "insight");

    @ArchTest
    void noRoomImportsALaterOne(JavaClasses engine) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] later = ROOMS.subList(i + 1, ROOMS.size()).stream().map(RoomsTest::room).toArray(String[]::new);
            noClasses().that().resideInAPackage(room(ROOMS.get(i))).should().dependOnClassesThat().resideInAnyPackage(later)
                    .allowEmptyShould(true).check(engine);
        }
    }

    @ArchTest
    static final ArchRule everyRoomIsOnThePlan = classes().that().resideInAPackage("io.tradelane.trading.(*)..")
            .should().resideInAnyPackage(ROOMS.stream().map(RoomsTest::room).toArray(String[]::new))
            .because("a room not named in docs/architecture.md has no place in the order of imports");

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.tradelane.trading.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsSentKnowsNoFramework = noClasses().that().resideInAnyPackage(room("shared"), room("document"))
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "tools.jackson..", "com.fasterxml..", "java.sql..", "javax.sql..")
            .because("mappings and integrators use these records without our engine");

    @ArchTest
    static final ArchRule noEdiAndNoTransportInTheEngine = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.smooks..", "org.apache.cxf..", "jakarta.jms..", "jakarta.servlet..", "java.net.http..",
                    "io.tradelane.mappings..", "io.tradelane.adapters..", "io.tradelane.routes..", "io.tradelane.portal..")
            .because("the engine knows rules, states and money; formats and doors are other floors");

    @ArchTest
    static final ArchRule noObjectMapping = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..", "lombok..")
            .because("what is executed is the SQL that is written");

    @ArchTest
    static final ArchRule businessTimeComesFromTheClock = noClasses().that().resideOutsideOfPackage(room("shared"))
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .because("a test must be able to set the clock, and a jump of the wall clock must have one place to look at");

    @ArchTest
    static final ArchRule nothingPrintsToTheConsole = noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    private static String room(String name) {
        return "io.tradelane.trading." + name + "..";
    }
}
