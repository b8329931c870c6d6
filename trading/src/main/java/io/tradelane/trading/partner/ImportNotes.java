package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerImportReport.Change;
import io.tradelane.trading.partner.PartnerImportReport.Difference;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import io.tradelane.trading.partner.PartnerImportReport.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one import finds. */
final class ImportNotes {
    final List<Difference> differences = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<String> secrets = new ArrayList<>();

    void problem(String pointer, String code, @Nullable Object value) {
        problems.add(new Problem(pointer, code, value == null ? "" : value.toString()));
    }

    void added(Part part, String subject) {
        differences.add(new Difference(part, Change.ADDED, subject, List.of()));
    }

    void added(Part part, String subject, Object record) {
        differences.add(new Difference(part, Change.ADDED, subject, TermsJson.differences(Map.of(), TermsJson.texts(record))));
    }

    /** Notes what is different. @return whether anything is */
    boolean changed(Part part, String subject, Object before, Object after) {
        return changed(part, subject, TermsJson.differences(TermsJson.texts(before), TermsJson.texts(after)));
    }

    boolean changed(Part part, String subject, List<TermDifference> details) {
        if (!details.isEmpty()) {
            differences.add(new Difference(part, Change.CHANGED, subject, details));
        }
        return !details.isEmpty();
    }
}
