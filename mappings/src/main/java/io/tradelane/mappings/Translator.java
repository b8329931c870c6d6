package io.tradelane.mappings;

import io.tradelane.mappings.FormatDetector.Detected;
import io.tradelane.mappings.json.JsonDocuments;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Bytes to documents and back. Thread-safe; made once. */
public final class Translator {
    private static final String READABLE = "UN/EDIFACT, ISO 20022 camt.054, JSON";

    private final EdifactDocuments edifact;

    private Translator(List<EdifactMapping<?>> mappings) {
        this.edifact = new EdifactDocuments(mappings);
    }

    /** With every mapping of this floor. */
    public static Translator standard() {
        return Holder.STANDARD;
    }

    private static final class Holder {
        static final Translator STANDARD = new Translator(Catalogue.edifact());
    }

    /**
     * Reads whatever the bytes are, message by message, holding one at a time. Bad content is a finding, never an
     * exception.
     *
     * @throws IOException only if the stream itself fails
     */
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        BufferedInputStream input = new BufferedInputStream(bytes, FormatDetector.LOOK_AHEAD + 1);
        Detected detected = FormatDetector.detect(input);
        return switch (detected.format()) {
            case EDIFACT -> edifact.read(input, options, messages);
            case XML -> XmlDocuments.read(input, options, messages);
            case JSON -> JsonInterchange.read(input, options, messages);
            default -> refused(detected);
        };
    }

    private static InterchangeResult refused(Detected detected) {
        var finding = detected.start().isEmpty() ? Findings.atStart(FormatError.EMPTY_INPUT, null, null)
                : detected.format() == Format.UNKNOWN ? Findings.atStart(FormatError.FORMAT_UNKNOWN, detected.start(), READABLE)
                : Findings.atStart(FormatError.FORMAT_NOT_SUPPORTED, detected.format().name(), READABLE);
        return new InterchangeResult(detected.format(), null, List.of(finding), 0, true);
    }

    /**
     * One interchange with these documents, in this order.
     *
     * @throws IllegalArgumentException if a document's type has no such target
     * @throws io.tradelane.mappings.cartridge.UnwritableException if a value cannot be expressed in it
     */
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        return switch (target.format()) {
            case EDIFACT -> edifact.write(documents, target.version(), envelope);
            case JSON -> JsonDocuments.write(documents);
            default -> throw new IllegalArgumentException("documents are not written as " + target);
        };
    }

    /** As what a document of this type can be written. */
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>(edifact.targets(type));
        targets.add(Target.JSON);
        return targets;
    }

    /** What can be read, for the catalogue of formats. */
    List<String> sources(DocumentType type) {
        List<String> sources = new ArrayList<>();
        String message = edifact.message(type);
        if (message != null) {
            sources.add("UN/EDIFACT " + message);
        }
        if (type == DocumentType.PAYMENT_NOTIFICATION) {
            sources.add("ISO 20022 camt.054, versions .02 to .13");
        }
        sources.add("JSON");
        return sources;
    }
}
