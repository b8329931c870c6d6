package io.tradelane.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The hub joins the floors below it; it knows nothing of the web, and writes no SQL: every row has one owner. */
@AnalyzeClasses(packages = "io.tradelane.routes", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule knowsNoPortalAndNoServer =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.tradelane.portal..", "io.tradelane.server..");

    @ArchTest
    static final ArchRule writesNoSql =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..", "java.sql..");
}
