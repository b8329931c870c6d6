package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** X12 824 and {@link ApplicationAcknowledgementDocument}. */
public final class X12ApplicationAdviceMapping implements X12Mapping<ApplicationAcknowledgementDocument> {
    /** 647: mutually defined, where a code of ours is longer than three characters. */
    private static final String OTHER = "ZZZ";
    private static final int CODE = 3;
    private static final int SHORT_TEXT = 60;
    private static final int TEXT = 80;

    @Override
    public String set() {
        return "824";
    }

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }

    @Override
    public @Nullable ApplicationAcknowledgementDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BGN02");
        List<Row> originals = set.rows("originals");
        Row first = originals.isEmpty() ? null : originals.getFirst();
        String document = first == null ? null : first.text("number");
        if (first == null) {
            report.add(MappingError.REFERENCE_MISSING, set.position(), null, "OTI");
        }
        if (number == null || first == null) {
            return null;
        }
        List<ApplicationError> errors = originals.stream().flatMap(X12ApplicationAdviceMapping::errors).toList();
        boolean accepted = originals.stream().allMatch(row -> String.valueOf(row.text("code")).matches("[A-Z][ACEP]"));
        return new ApplicationAcknowledgementDocument(
                number, Heads.issueDate(set, "issueDate", report, "BGN03"), accepted, message(first),
                document, Names.read(set), errors);
    }

    /** OTI09, which needs OTI08, a group that a message's reference does not tell; else a reference. */
    private static String message(Row original) {
        String reference = original.text("set") == null ? Refs.number(original, "TN") : original.text("set");
        return reference == null ? "" : reference;
    }

    private static Stream<ApplicationError> errors(Row original) {
        String line = Refs.number(original, "LI");
        return original.rows("errors").stream().map(row -> new ApplicationError(
                String.valueOf(row.text("code")),
                Stream.of(row.text("text"), row.text("more")).filter(text -> text != null).map(String::valueOf).collect(Collectors.joining(" ")),
                line));
    }

    @Override
    public void write(ApplicationAcknowledgementDocument acknowledgement, Row set, String version) {
        set.set("purpose", "00").set("number", acknowledgement.number()).set("issueDate", acknowledgement.issueDate());
        Names.write(acknowledgement.parties(), set);
        List<@Nullable String> lines = acknowledgement.errors().stream().<@Nullable String>map(ApplicationError::lineNumber).distinct().toList();
        if (lines.isEmpty()) {
            original(acknowledgement, set);
        }
        for (String line : lines) {
            Row original = original(acknowledgement, set);
            Refs.add(original, "LI", line);
            acknowledgement.errors().stream().filter(error -> Objects.equals(line, error.lineNumber()))
                    .forEach(error -> write(error, original.add("errors")));
        }
    }

    private static Row original(ApplicationAcknowledgementDocument acknowledgement, Row set) {
        String document = acknowledgement.documentNumber();
        Row original = set.add("originals").set("code", acknowledgement.accepted() ? "TA" : "TR");
        original.set("kind", "TN").set("number", document == null ? acknowledgement.messageReference() : document);
        Refs.add(original, "TN", acknowledgement.messageReference().isEmpty() ? null : acknowledgement.messageReference());
        return original;
    }

    private static void write(ApplicationError error, Row row) {
        boolean coded = error.code().length() <= CODE && !error.code().isBlank();
        String text = coded ? error.text() : error.code() + ": " + error.text();
        row.set("code", coded ? error.code() : OTHER);
        int cut = text.length() <= SHORT_TEXT ? text.length() : Math.max(text.lastIndexOf(' ', SHORT_TEXT), 1);
        row.set("text", text.substring(0, cut).strip());
        String rest = text.substring(cut).strip();
        row.set("more", rest.isEmpty() ? null : rest.substring(0, Math.min(rest.length(), TEXT * 100)));
    }
}
