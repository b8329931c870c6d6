package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerFile.CrossReferenceEntry;
import io.tradelane.trading.partner.PartnerFile.Reading;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts what is in a file beside what is here: it adds and changes, and takes nothing away. In the caller's transaction, which has to be
 * rolled back when there are problems.
 */
@Component
class PartnerImport {
    private final ImportedCompanies companies;
    private final ImportedConnections connections;
    private final ImportedAgreements agreements;
    private final CrossReferences crossReferences;
    private final ReadingSettings reading;
    private final PartnerRecord journal;

    PartnerImport(ImportedCompanies companies, ImportedConnections connections, ImportedAgreements agreements, CrossReferences crossReferences,
            ReadingSettings reading, PartnerRecord journal) {
        this.companies = companies;
        this.connections = connections;
        this.agreements = agreements;
        this.crossReferences = crossReferences;
        this.reading = reading;
        this.journal = journal;
    }

    PartnerImportReport run(PartnerFile file, Map<String, String> secrets, boolean apply) {
        ImportNotes notes = new ImportNotes();
        UUID partner = null;
        if (!PartnerFile.FORMAT.equals(file.format())) {
            notes.problem("/format", "format", file.format());
        } else if (file.partner() == null) {
            notes.problem("/partner", "required", null);
        } else {
            partner = run(file, secrets, notes);
        }
        boolean applied = apply && notes.problems.isEmpty();
        if (applied && partner != null && !notes.differences.isEmpty()) {
            journal.changed(partner, "PARTNER_IMPORTED", Map.of("differences", Integer.toString(notes.differences.size())));
        }
        return new PartnerImportReport(partner, applied, notes.differences, notes.problems, notes.secrets);
    }

    private @Nullable UUID run(PartnerFile file, Map<String, String> secrets, ImportNotes notes) {
        Map<String, UUID> known = companies.put(file, notes);
        UUID partner = known.get(PartnerFile.SELF);
        if (partner == null || !notes.problems.isEmpty()) {
            return partner;
        }
        connections.certificates(partner, file.certificates(), notes);
        connections.channels(partner, "/channels", file.channels(), secrets, true, notes);
        for (int i = 0; i < file.counterparties().size(); i++) {
            PartnerFile.Counterparty other = file.counterparties().get(i);
            UUID owner = known.get(other.id());
            if (owner != null) {
                connections.channels(owner, "/counterparties/" + i + "/channels", other.channels(), secrets, false, notes);
            }
        }
        agreements.put(file.agreements(), known, notes);
        crossReferences(partner, file.crossReferences(), notes);
        reading(partner, file.reading(), notes);
        return partner;
    }

    private void crossReferences(UUID partner, List<CrossReferenceEntry> given, ImportNotes notes) {
        Set<CrossReferenceEntry> known = new HashSet<>();
        crossReferences.list(partner).forEach(one -> known.add(new CrossReferenceEntry(one.kind(), one.theirs(), one.ours(), one.from(), one.until())));
        List<CrossReference> added = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CrossReferenceEntry one = given.get(i);
            String pointer = "/crossReferences/" + i;
            if (one.kind() == null || one.theirs() == null || one.ours() == null || one.from() == null) {
                notes.problem(pointer, "required", one.theirs());
            } else if (one.kind() == CrossReference.Kind.CURRENCY && !CurrencyCode.isKnown(one.ours())) {
                notes.problem(pointer + "/ours", "currency", one.ours());
            } else if (one.theirs().isBlank() || one.ours().isBlank() || one.until() != null && one.until().isBefore(one.from())) {
                notes.problem(pointer, "cross-reference", one.theirs());
            } else if (!known.contains(one)) {
                added.add(new CrossReference(Ids.next(), partner, one.kind(), one.theirs(), one.ours(), one.from(), one.until()));
                notes.added(Part.CROSS_REFERENCE, one.kind() + " " + one.theirs() + " = " + one.ours());
            }
        }
        if (!added.isEmpty() && notes.problems.isEmpty()) {
            crossReferences.putAll(added);
        }
    }

    private void reading(UUID partner, List<Reading> given, ImportNotes notes) {
        List<ReadingSetting> known = reading.list(partner);
        for (int i = 0; i < given.size(); i++) {
            Reading one = given.get(i);
            String pointer = "/reading/" + i;
            if (one.format() == null || !one.format().matches("[A-Z][A-Z0-9_]{1,29}")) {
                notes.problem(pointer + "/format", "required", one.format());
            } else if (one.codeLists() == null && one.rules() == null && one.table() == null) {
                notes.problem(pointer, "required", one.format());
            } else {
                String subject = one.format() + (one.type() == null ? "" : " " + one.type());
                Reading before = known.stream().filter(each -> each.format().equals(one.format()) && each.type() == one.type()).findFirst()
                        .map(each -> new Reading(each.format(), each.type(), each.codeLists(), each.rules(),
                                each.table() == null ? null : TermsJson.tree(each.table())))
                        .orElse(null);
                if (before == null) {
                    notes.added(Part.READING, subject);
                } else if (!notes.changed(Part.READING, subject, before, one)) {
                    continue;
                }
                reading.put(new ReadingSetting(partner, one.format(), one.type(), one.codeLists(), one.rules(),
                        one.table() == null ? null : one.table().toString()));
            }
        }
    }
}
