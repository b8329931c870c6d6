package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Group;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * X12 997 and 999 and {@link SyntaxAcknowledgementDocument}. They answer a functional group and do not name its
 * interchange; the group's control number stands for it, which is the interchange's where this hub has written it.
 */
public final class X12GroupAcknowledgementMapping implements X12Mapping<SyntaxAcknowledgementDocument> {
    private static final int ERRORS = 5;

    private final String set;

    /** @param set 997 or 999 */
    public X12GroupAcknowledgementMapping(String set) {
        this.set = set;
    }

    @Override
    public String set() {
        return set;
    }

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    /** An implementation convention in the version, such as 005010X231, asks for 999; that of the 997 itself is 005010X230. */
    @Override
    public boolean fits(SyntaxAcknowledgementDocument document, String version) {
        return document.group() != null && set.equals(set(version));
    }

    /** Which set of the two a version asks for. */
    public static String set(String version) {
        return version.contains("X") && !version.contains("X230") ? "999" : "997";
    }

    @Override
    public @Nullable SyntaxAcknowledgementDocument read(Row row, MappingReport report) {
        String reference = row.text("group");
        Action action = action(row.text("action"), row, report);
        if (reference == null || row.text("functional") == null) {
            report.add(MappingError.REFERENCE_MISSING, row.position(), null, "AK102");
        }
        if (reference == null || row.text("functional") == null || action == null) {
            return null;
        }
        Group group = new Group(
                String.valueOf(row.text("functional")), reference, row.text("version"), number(row, "included"), number(row, "received"),
                number(row, "accepted"), errors(row));
        return new SyntaxAcknowledgementDocument(
                report.reference(), Headers.envelopeDate(report), plain(reference), report.header().recipient().toString(),
                report.header().sender().toString(), action, null, SetResponses.read(row, report), group, null);
    }

    /** Control numbers are numbers: 000000815 is 815. */
    static String plain(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    static @Nullable Action action(@Nullable String code, Row row, MappingReport report) {
        Action action = switch (String.valueOf(code)) {
            case "A", "P" -> Action.ACKNOWLEDGED;
            case "E" -> Action.ACCEPTED_WITH_ERRORS;
            case "R", "M", "W", "X" -> Action.REJECTED;
            default -> null;
        };
        if (action == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), code, "A, E, P, R");
        }
        return action;
    }

    private static int number(Row row, String field) {
        BigDecimal number = row.decimal(field);
        return number == null ? 0 : number.intValue();
    }

    static List<String> errors(Row row) {
        List<String> errors = new ArrayList<>();
        for (int i = 1; i <= ERRORS; i++) {
            if (row.text("error" + i) != null) {
                errors.add(row.text("error" + i));
            }
        }
        return List.copyOf(errors);
    }

    static void writeErrors(List<String> errors, Row row) {
        for (int i = 0; i < Math.min(ERRORS, errors.size()); i++) {
            row.set("error" + (i + 1), errors.get(i));
        }
    }

    @Override
    public void write(SyntaxAcknowledgementDocument acknowledgement, Row row, String version) {
        Group group = acknowledgement.group();
        if (group == null) {
            throw new IllegalArgumentException("a " + set + " answers a functional group");
        }
        row.set("functional", group.functionalIdentifier()).set("group", group.reference());
        row.set("version", version.compareTo("005010") < 0 ? null : group.version());
        SetResponses.write(acknowledgement.messages(), row, version);
        boolean all = group.accepted() == group.received();
        boolean errors = acknowledgement.action() == Action.ACCEPTED_WITH_ERRORS || !group.errors().isEmpty() || acknowledgement.messages().stream().anyMatch(m -> !m.errors().isEmpty());
        row.set("action", acknowledgement.action() == Action.REJECTED ? "R" : !all ? "P" : errors ? "E" : "A");
        row.set("included", BigDecimal.valueOf(group.included())).set("received", BigDecimal.valueOf(group.received()));
        row.set("accepted", BigDecimal.valueOf(group.accepted()));
        writeErrors(group.errors(), row);
    }
}
