package io.tradelane.mappings;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * UN/CEFACT Cross Industry Invoice D16B, the XML of ZUGFeRD 2 and Factur-X, its forerunner ZUGFeRD 1.0 (read), and Cross Industry Order
 * D20B, the XML of Order-X.
 */
final class CiiFamily implements FormatFamily {
    private static final String ROOT = "CrossIndustryInvoice";
    private static final String VERSION = "D16B";
    private static final String ORDER_VERSION = "D20B";
    /** Which directory a root is of, or which edition. */
    private static final Map<String, String> VERSIONS =
            Map.of(ROOT, VERSION, "CrossIndustryDocument", "1.0", "SCRDMCCBDACIOMessageStructure", ORDER_VERSION);

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
        return head.root().filter(root -> VERSIONS.containsKey(root.name())).isPresent();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        MessageResult message = new ProfiledDocument(Format.CII, Holder.DOCUMENTS, options).read(bytes, null, 0);
        messages.accept(message);
        return new InterchangeResult(Format.CII, message.header(), List.of(), 1, false);
    }

    static String version(String root) {
        return VERSIONS.getOrDefault(root, VERSION);
    }

    @Override
    public List<String> sources(DocumentType type) {
        return switch (type) {
            case INVOICE -> List.of("UN/CEFACT CII D16B (ZUGFeRD 2, Factur-X)", "ZUGFeRD 1.0");
            case ORDER -> List.of("UN/CEFACT CIO D20B (Order-X)");
            default -> List.of();
        };
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return switch (type) {
            case INVOICE -> Set.of(new Target(Format.CII, VERSION));
            case ORDER -> Set.of(new Target(Format.CII, ORDER_VERSION));
            default -> Set.of();
        };
    }

    /** Also {@code order-x}. */
    @Override
    public Optional<Target> target(String text) {
        return text.equalsIgnoreCase("order-x") ? Optional.of(new Target(Format.CII, ORDER_VERSION)) : FormatFamily.super.target(text);
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    /** An invoice with the profile that EN 16931 itself is, an order with COMFORT of Order-X. */
    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        if (documents.size() != 1 || !targets(documents.getFirst().type()).contains(target)) {
            throw new IllegalArgumentException(documents.size() + " documents are not written as " + target);
        }
        return Holder.DOCUMENTS.write(documents.getFirst(), true, target.version());
    }

    private static final class Holder {
        static final UblDocuments DOCUMENTS = UblDocuments.ofCii();
    }
}
