package io.tradelane.mappings.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The test sets that Peppol publishes with its rules, of a corpus outside of the project. */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class PeppolTestSetsTest {

    @Test
    void everyAssertionOfEveryTestSetIsMet() throws Exception {
        int blocks = 0;
        int expectations = 0;
        List<String> notMet = new java.util.ArrayList<>();
        for (Path file : files()) {
            TestSet set = read(file);
            assertThat(set.known()).as(file + " " + set.configuration()).isTrue();
            for (TestSet.Block block : set.blocks()) {
                blocks++;
                expectations += block.expectations().size();
                for (Finding finding : set.check(block)) {
                    notMet.add(file.getFileName() + ":" + finding.position().line() + " " + finding.message(Locale.ENGLISH));
                }
            }
        }
        System.out.println(blocks + " blocks, " + expectations + " expectations, " + notMet.size() + " not met");
        assertThat(notMet).isEmpty();
        assertThat(expectations).isPositive();
    }

    private static TestSet read(Path file) throws Exception {
        try (InputStream bytes = Files.newInputStream(file)) {
            return TestSet.read(bytes, XmlLimits.defaults());
        }
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("tradelane.corpus"), "peppol-en16931-testset"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
