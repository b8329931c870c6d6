package io.tradelane.mappings;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who may import whom on this floor. */
@AnalyzeClasses(packages = "io.tradelane.mappings", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String[] ROOMS = {
        "io.tradelane.mappings.order..", "io.tradelane.mappings.despatch..", "io.tradelane.mappings.invoice..", "io.tradelane.mappings.payment..", "io.tradelane.mappings.acknowledgement..",
        "io.tradelane.mappings.catalogue..", "io.tradelane.mappings.inventory..", "io.tradelane.mappings.sourcing..", "io.tradelane.mappings.schedule..",
        "io.tradelane.mappings.partner..", "io.tradelane.mappings.transport.."
    };
    private static final String[] LANGUAGE = {"java..", "javax.xml..", "org.xml.sax..", "org.w3c.dom..", "org.jspecify.."};

    /** A syntax knows bytes; it must run, fuzz and benchmark alone. */
    @ArchTest
    static final ArchRule SYNTAX_KNOWS_THE_JDK_ONLY = classes()
            .that().resideInAPackage("io.tradelane.mappings.syntax..").and().resideOutsideOfPackage("io.tradelane.mappings.syntax.xml..")
            .should().onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(resideInAnyPackage("io.tradelane.mappings.syntax..")));

    @ArchTest
    static final ArchRule XML_KNOWS_ITS_PARSER_TOO = classes()
            .that().resideInAPackage("io.tradelane.mappings.syntax.xml..")
            .should().onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(resideInAnyPackage(
                    "io.tradelane.mappings.syntax..", "com.fasterxml.aalto..", "org.codehaus.stax2..")));

    /** A room maps its own documents: never those of another room, never with the engine's rules or a database at hand. */
    @ArchTest
    static final ArchRule ROOMS_DO_NOT_KNOW_EACH_OTHER = classes()
            .that().resideInAnyPackage(ROOMS)
            .should(new OwnRoomOnly());

    @ArchTest
    static final ArchRule ROOMS_KNOW_NO_ENGINE = classes()
            .that().resideInAnyPackage(ROOMS).or().resideInAPackage("io.tradelane.mappings.shared..")
            .should().onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(resideInAnyPackage(
                    "io.tradelane.mappings..", "io.tradelane.trading.document..", "io.tradelane.trading.shared..", "org.smooks..", "tools.jackson..")));

    /** An XML parser with its defaults reads files and the network for a stranger. */
    @ArchTest
    static final ArchRule PARSERS_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that().resideOutsideOfPackage("io.tradelane.mappings.syntax.xml..")
            .should().dependOnClassesThat().haveNameMatching(
                    "javax\\.xml\\.(parsers\\..*Factory|stream\\..*Factory|transform\\..*Factory|validation\\.SchemaFactory|xpath\\.XPathFactory)"
                            + "|com\\.fasterxml\\.aalto\\..*|com\\.ctc\\.wstx\\..*");

    /** Rules cost seconds and megabytes; whoever reads another format shall not load them. */
    @ArchTest
    static final ArchRule RULES_ARE_RUN_IN_ONE_PLACE = noClasses()
            .that().resideOutsideOfPackage("io.tradelane.mappings.rules..")
            .should().dependOnClassesThat().resideInAnyPackage("net.sf.saxon..", "com.helger..");

    @ArchTest
    static final ArchRule NO_SPRING_NO_DATABASE_NO_NETWORK = noClasses()
            .that(alwaysTrue())
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net.http..");

    private static final class OwnRoomOnly extends ArchCondition<JavaClass> {
        OwnRoomOnly() {
            super("use no other room");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            item.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(target -> resideInAnyPackageName(target) && !target.startsWith(item.getPackageName()))
                    .forEach(target -> events.add(SimpleConditionEvent.violated(item, item.getName() + " uses " + target)));
        }

        private static boolean resideInAnyPackageName(String name) {
            for (String room : ROOMS) {
                if (name.startsWith(room.replace("..", ""))) {
                    return true;
                }
            }
            return false;
        }
    }
}
