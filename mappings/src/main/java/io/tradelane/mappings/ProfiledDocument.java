package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.BoundDocument;
import io.tradelane.mappings.rules.Claim;
import io.tradelane.mappings.rules.Rules;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one document of UBL or CII: through its mapping, and against its schema and the rules of its profile. */
final class ProfiledDocument {
    private final Format format;
    private final UblDocuments documents;
    private final ReadOptions options;

    ProfiledDocument(Format format, UblDocuments documents, ReadOptions options) {
        this.format = format;
        this.documents = documents;
        this.options = options;
    }

    /** @param envelope of the Standard Business Document it stood in; {@code null} without one */
    MessageResult read(InputStream bytes, @Nullable InterchangeHeader envelope, int index) throws IOException {
        if (!options.mayAskRules(format)) {
            return result(documents.cartridge().read(bytes, limits(), options.limits().messageFindings()), List.of(), "", envelope, index);
        }
        byte[] start = bytes.readNBytes(Rules.LARGEST + 1);
        boolean whole = start.length <= Rules.LARGEST;
        InputStream all = whole ? new ByteArrayInputStream(start) : new SequenceInputStream(new ByteArrayInputStream(start), bytes);
        BoundDocument bound = documents.cartridge().read(all, limits(), options.limits().messageFindings());
        boolean refused = bound.findings().stream().anyMatch(ProfiledDocument::isRefusal);
        List<Finding> broken = refused || !options.rules(format, type(bound)) ? List.of() : whole ? rules(start) : List.of(Rules.notRun("> " + Rules.LARGEST + " bytes"));
        return result(bound, broken, refused ? "" : version(start), envelope, index);
    }

    private @Nullable DocumentType type(BoundDocument bound) {
        Row row = bound.row();
        return row == null || bound.name() == null ? null : documents.reader(bound.name(), row).map(UblMapping::type).orElse(null);
    }

    private XmlLimits limits() {
        return XmlLimits.of(options.limits());
    }

    /** What a parser could not get past, so that nothing else can be said. */
    private static boolean isRefusal(Finding finding) {
        return finding.code() instanceof XmlError error && switch (error) {
            case NOT_WELL_FORMED, DOCTYPE_REFUSED, ENTITY_REFUSED, TOO_DEEP, TOO_MANY_ATTRIBUTES, RUN_TOO_LONG, TOO_LARGE, BAD_ENCODING -> true;
            default -> false;
        };
    }

    private List<Finding> rules(byte[] document) throws IOException {
        try {
            return Rules.check(document, claim(document), options.limits().messageFindings());
        } catch (XmlRefused e) {
            return List.of(Rules.notRun(String.valueOf(e.getMessage())));
        }
    }

    private static Claim claim(byte[] document) throws IOException, XmlRefused {
        XmlCursor cursor = new XmlCursor(new ByteArrayInputStream(document), XmlLimits.defaults());
        return Claim.read(cursor, cursor.root());
    }

    private static String version(byte[] document) throws IOException {
        try {
            return claim(document).version();
        } catch (XmlRefused e) {
            return "";
        }
    }

    private MessageResult result(
            BoundDocument bound, List<Finding> broken, String version, @Nullable InterchangeHeader envelope, int index) {
        Row row = bound.row();
        List<Finding> findings = new ArrayList<>(known(bound));
        BusinessDocument document = null;
        if (row != null && bound.name() != null) {
            MappingReport report = new MappingReport(
                    envelope == null ? Headers.without("XML", Headers.NOBODY, Headers.NOBODY, null, "") : envelope, "",
                    new Position(1, 1, 0, null, 0, 0, 0), options.limits().messageFindings(), options.received());
            Optional<UblMapping<? extends BusinessDocument>> mapping = documents.reader(bound.name(), row);
            document = mapping.isEmpty() ? null : mapping.get().read(row, report);
            findings.addAll(report.findings());
            if (mapping.isEmpty() && bound.root() != null) {
                findings.add(Findings.atStart(FormatError.MESSAGE_NOT_MAPPED, bound.root().name(), format.name()));
            }
        }
        findings.addAll(broken);
        String root = bound.root() == null ? "" : bound.root().name();
        String number = row != null && row.text("number") != null ? row.text("number") : "";
        InterchangeHeader header = envelope != null ? envelope : DocumentParties.header(document, number);
        // A code of the sender's own for a currency stays in the document.
        boolean wrong = findings.stream().anyMatch(finding -> finding.isError() && finding.code() != MappingError.CURRENCY_UNKNOWN);
        return new MessageResult(
                header, number, new MessageType(root, version(root, row, version), profile(row)), index, 0, bound.byteEnd(),
                wrong ? null : document, List.copyOf(findings));
    }

    /** That nobody maps a kind of document is no error in it. */
    private static List<Finding> known(BoundDocument bound) {
        return bound.findings().stream().filter(finding -> finding.code() != XmlError.UNKNOWN_MESSAGE).toList();
    }

    private static String version(String root, @Nullable Row row, String read) {
        boolean declared = row != null && row.layout().hasField("ublVersion");
        String stated = declared ? row.text("ublVersion") : read;
        return stated == null || stated.isEmpty() ? declared || row == null ? "2.x" : CiiFamily.version(root) : stated;
    }

    private static @Nullable String profile(@Nullable Row row) {
        return row == null ? null : row.text("customization");
    }
}
