package io.tradelane.mappings;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** UN/CEFACT Cross Industry Invoice D16B: the XML of ZUGFeRD 2 and Factur-X. */
final class CiiFamily implements FormatFamily {
    private static final String ROOT = "CrossIndustryInvoice";
    private static final String VERSION = "D16B";

    @Override
    public Format format() {
        return Format.CII;
    }

    @Override
    public String title() {
        return "UN/CEFACT CII";
    }

    @Override
    public boolean recognises(Head head) {
        return head.root().filter(root -> root.name().equals(ROOT)).isPresent();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        MessageResult message = new ProfiledDocument(Format.CII, Holder.DOCUMENTS, options).read(bytes, null, 0);
        messages.accept(message);
        return new InterchangeResult(Format.CII, message.header(), List.of(), 1, false);
    }

    @Override
    public List<String> sources(DocumentType type) {
        return type == DocumentType.INVOICE ? List.of("UN/CEFACT CII D16B (ZUGFeRD 2, Factur-X)") : List.of();
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return type == DocumentType.INVOICE ? Set.of(new Target(Format.CII, VERSION)) : Set.of();
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    /** With the profile that EN 16931 itself is. */
    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        if (documents.size() != 1 || !target.version().equals(VERSION)) {
            throw new IllegalArgumentException(documents.size() + " documents are not written as " + target);
        }
        return Holder.DOCUMENTS.write(documents.getFirst(), true, VERSION);
    }

    private static final class Holder {
        static final UblDocuments DOCUMENTS = UblDocuments.ofCii();
    }
}
