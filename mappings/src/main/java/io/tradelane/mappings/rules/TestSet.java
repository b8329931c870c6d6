package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.xml.XmlEvents;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A test set as Peppol publishes them with its rules: documents, or parts of them, each with the rules that it must and
 * must not break.
 *
 * @param configuration which rules: {@code peppolbis-t01-base-3.0}
 */
public record TestSet(String configuration, List<Block> blocks) {
    public static final String ROOT = "testSet";
    public static final String NAMESPACE = "http://difi.no/xsd/vefa/validator/1.0";

    /**
     * @param root local name of the document's root element
     * @param position of that element in the file
     */
    public record Block(String root, Position position, List<Expectation> expectations, XdmNode document) {}

    /** @param times exactly; absent: at least once */
    public record Expectation(Kind kind, String rule, @Nullable Integer times, Position position) {

        private boolean isMet(int errors, int warnings) {
            int found = kind == Kind.ERROR ? errors : kind == Kind.WARNING ? warnings : errors + warnings;
            return kind == Kind.SUCCESS ? found == 0 : times == null ? found > 0 : found == times;
        }
    }

    /** What becomes of the rule named. */
    public enum Kind {
        SUCCESS,
        WARNING,
        ERROR
    }

    public static TestSet read(InputStream bytes, XmlLimits limits) throws IOException, XmlRefused {
        TestSetReader reader = new TestSetReader();
        try {
            new XmlEvents(bytes, limits, List.of(reader)).push();
        } catch (SAXException e) {
            throw new IllegalStateException("a tree could not be built", e);
        }
        return new TestSet(reader.configuration(), reader.blocks());
    }

    /** Whether its rules are known. */
    public boolean known() {
        return RuleBook.ofTestSet(configuration).isPresent();
    }

    /** @return the expectations that are not met; empty when all are */
    public List<Finding> check(Block block) {
        Optional<List<List<String>>> releases = RuleBook.ofTestSet(configuration);
        if (releases.isEmpty()) {
            return List.of(Finding.of(RuleError.TEST_SET_UNKNOWN, block.position(), configuration, null));
        }
        try {
            return check(block, releases.get());
        } catch (SaxonApiException e) {
            return List.of(new Finding(Severity.ERROR, RuleError.RULES_NOT_RUN, block.position(), null, e.getMessage(), "/testSet/test"));
        }
    }

    private static List<Finding> check(Block block, List<List<String>> releases) throws SaxonApiException {
        List<Finding> findings = new ArrayList<>();
        Map<List<String>, Map<String, int[]>> broken = new HashMap<>();
        for (Expectation expectation : block.expectations()) {
            List<String> books = release(releases, expectation.rule());
            if (!broken.containsKey(books)) {
                broken.put(books, run(books, block));
            }
            int[] counts = broken.get(books).getOrDefault(expectation.rule(), new int[2]);
            if (!expectation.isMet(counts[0], counts[1])) {
                findings.add(notMet(expectation, counts));
            }
        }
        return findings;
    }

    /** The newest that knows the rule: a later one may have withdrawn it. */
    private static List<String> release(List<List<String>> releases, String rule) {
        return releases.stream()
                .filter(books -> books.stream().anyMatch(book -> Schematron.of(book).knows(rule)))
                .findFirst()
                .orElse(releases.getFirst());
    }

    /** For each rule broken how often as an error and as a warning. */
    private static Map<String, int[]> run(List<String> books, Block block) throws SaxonApiException {
        Map<String, int[]> broken = new HashMap<>();
        for (String book : books) {
            for (Schematron.Failure failure : Schematron.of(book).failures(block.document())) {
                broken.computeIfAbsent(failure.id(), id -> new int[2])[failure.advice() ? 1 : 0]++;
            }
        }
        return broken;
    }

    private static Finding notMet(Expectation expectation, int[] counts) {
        String wanted = expectation.kind().name().toLowerCase(java.util.Locale.ROOT)
                + (expectation.times() == null ? "" : " × " + expectation.times());
        String found = counts[0] + " × error, " + counts[1] + " × warning";
        return new Finding(
                Severity.ERROR, RuleError.EXPECTATION_NOT_MET.of(expectation.rule()), expectation.position(), found, wanted,
                "/testSet/test/assert");
    }
}
