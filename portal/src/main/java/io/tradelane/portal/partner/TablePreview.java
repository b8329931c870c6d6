package io.tradelane.portal.partner;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.portal.exchange.Digest;
import io.tradelane.portal.exchange.DigestMaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a sample gives when it is read by a mapping.
 *
 * @param documents how many there are
 * @param shown the first of them
 */
record TablePreview(int documents, List<Shown> shown, List<Said> findings) {
    private static final int MOST_DOCUMENTS = 3;
    private static final int MOST_ROWS = 10;
    private static final int MOST_FINDINGS = 10;

    record Shown(String number, Digest digest) {}

    /** @param place a cell, or a row */
    record Said(boolean error, String place, String text, String fix) {}

    static TablePreview of(byte[] sample, TableMapping mapping, DigestMaker digests, Locale locale) {
        List<MessageResult> messages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(Translator.standard()
                    .read(new ByteArrayInputStream(sample), ReadOptions.defaults().withTable(mapping), messages::add).findings());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        messages.forEach(message -> findings.addAll(message.findings()));
        List<Shown> shown = messages.stream()
                .map(MessageResult::document)
                .filter(Objects::nonNull)
                .limit(MOST_DOCUMENTS)
                .map(document -> new Shown(document.number(), digests.of(document).first(MOST_ROWS)))
                .toList();
        int documents = (int) messages.stream().filter(message -> message.document() != null).count();
        return new TablePreview(documents, shown, findings.stream().limit(MOST_FINDINGS).map(finding -> said(finding, locale)).toList());
    }

    static Said said(Finding finding, Locale locale) {
        String path = finding.path();
        String place = path != null ? path : finding.position().line() == 0 ? "" : Integer.toString(finding.position().line());
        return new Said(finding.isError(), place, finding.message(locale), finding.fix(locale));
    }
}
