package io.tradelane.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The executable's own parts stand on the home folder and do not know one another. */
@AnalyzeClasses(packages = "io.tradelane.server", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule theHomeKnowsNobody = noClasses()
            .that().resideInAPackage("..server.home..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..server.database..", "..server.broker..", "..server.operations..", "..server.demo..");

    @ArchTest
    static final ArchRule databaseAndBrokerDoNotKnowEachOther = noClasses()
            .that().resideInAPackage("..server.database..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..server.broker..", "..server.operations..", "..server.demo..");

    @ArchTest
    static final ArchRule theBrokerDoesNotKnowTheDatabase = noClasses()
            .that().resideInAPackage("..server.broker..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..server.database..", "..server.operations..", "..server.demo..");

    /** A server that nobody asked for a demo has none of it in memory. */
    @ArchTest
    static final ArchRule onlyTheDemoKnowsTheDemo = noClasses()
            .that().resideOutsideOfPackage("..server.demo..")
            .should().dependOnClassesThat()
            .resideInAPackage("..server.demo..");
}
