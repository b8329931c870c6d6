package io.tradelane.mappings;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date, quantity, amount or price whose qualifier nobody knows cannot be passed over: perhaps it was the one that
 * counts. In a message that becomes a document such a code is an error, where another unknown code is only a warning. A
 * code that came into the list later, and those that EANCOM added (with an E at the end), are in use and stay warnings.
 */
final class DecidingQualifiers {
    private static final Set<String> ELEMENTS = Set.of("2005", "2379", "6063", "5025", "5125", "6347");
    private static final List<String> LATER = List.of("D01B", "D21B");

    private DecidingQualifiers() {}

    static Finding weighed(Finding finding) {
        String value = finding.value();
        if (finding.code() != EdifactError.CODE_UNKNOWN || finding.isError() || finding.path() == null || value == null) {
            return finding;
        }
        String element = finding.path().substring(finding.path().lastIndexOf('/') + 1);
        boolean eancom = value.length() == 3 && value.endsWith("E");
        return ELEMENTS.contains(element) && !eancom && !inUse(finding.position().segment(), element, value)
                ? new Finding(Severity.ERROR, finding.code(), finding.position(), value, finding.expected(), finding.path())
                : finding;
    }

    private static boolean inUse(@Nullable String segment, String element, String code) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        return segment != null && LATER.stream()
                .flatMap(name -> Directories.standard().find(name).stream())
                .anyMatch(directory -> contains(directory.segment(SegmentTag.of(segment)), element, bytes));
    }

    private static boolean contains(@Nullable SegmentGrammar segment, String element, byte[] code) {
        if (segment == null) {
            return false;
        }
        Layout layout = segment.compact();
        for (int position = 1; position <= layout.size; position++) {
            for (int component = 1; component <= layout.components(position); component++) {
                CodeList codes = layout.element(position, component).codes();
                if (codes != null && layout.element(position, component).id().equals(element) && codes.contains(code, 0, code.length)) {
                    return true;
                }
            }
        }
        return false;
    }
}
