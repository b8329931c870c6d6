package io.tradelane.mappings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom on this floor; docs/architecture.md says why. */
@AnalyzeClasses(packages = "io.tradelane.mappings", importOptions = ImportOption.DoNotIncludeTests.class)
class SyntaxRulesTest {

    /** A syntax can be tested, fuzzed and measured with nothing else on the class path but the XML parser. */
    @ArchTest
    static final ArchRule SYNTAX_IMPORTS_THE_JDK_AND_THE_XML_PARSER_ONLY = classes().that().resideInAPackage("..mappings.syntax..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..", "io.tradelane.mappings.syntax..",
                    "org.codehaus.stax2..", "com.fasterxml.aalto..");

    /** The cartridge knows syntaxes and Smooks, but no document. */
    @ArchTest
    static final ArchRule CARTRIDGE_KNOWS_NO_DOCUMENT = classes().that().resideInAPackage("..mappings.cartridge..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..", "org.smooks..",
                    "io.tradelane.mappings.syntax..", "io.tradelane.mappings.cartridge..");

    /** A mapping is a pure function. */
    @ArchTest
    static final ArchRule MAPPINGS_TOUCH_NO_SERVER = noClasses()
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net.http..", "org.apache.camel..");
}
