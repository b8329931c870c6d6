package io.tradelane.mappings;

import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Bytes to documents and back. Thread-safe; made once. */
public final class Translator {
    /** Characters of an unknown input that a person is shown. */
    private static final int SHOWN = 20;

    private final List<FormatFamily> families;

    private Translator(List<FormatFamily> families) {
        this.families = families;
    }

    /** With every family of formats on this floor. */
    public static Translator standard() {
        return Holder.STANDARD;
    }

    private static final class Holder {
        static final Translator STANDARD = new Translator(Catalogue.families());
    }

    /**
     * Reads whatever the bytes are, message by message, holding one at a time. Bad content is a finding, never an
     * exception.
     *
     * @throws IOException only if the stream itself fails
     */
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        Head head = Head.of(bytes);
        for (FormatFamily family : families) {
            if (family.recognises(head)) {
                return family.read(head.rest(), options, messages);
            }
        }
        if (!options.tables(Format.CSV).isEmpty() && !head.empty()) {
            // Who saved how tables are read sends tables, of one row too.
            return TableFamily.csv().read(head.rest(), options, messages);
        }
        return refused(head);
    }

    /**
     * Shows whatever the bytes are, message by message, for a person; segments of partners by the names in their overlays, whether
     * they sent the message or got it.
     *
     * @param more takes one and says whether it wants another: what comes behind the last one wanted is not read
     * @return {@code false} where no family has a tree for it
     */
    public boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        Head head = Head.of(bytes);
        for (FormatFamily family : families) {
            if (family.recognises(head)) {
                return family.trees(head.rest(), options.withOverlays(options.overlays().ofEither()), more);
            }
        }
        return false;
    }

    private InterchangeResult refused(Head head) {
        String readable = families.stream().map(FormatFamily::title).collect(Collectors.joining(", "));
        String start = head.first().substring(0, Math.min(SHOWN, head.first().length()));
        var finding = head.empty() ? Findings.atStart(FormatError.EMPTY_INPUT, null, null)
                : Findings.atStart(FormatError.FORMAT_UNKNOWN, start, readable);
        return new InterchangeResult(Format.UNKNOWN, null, List.of(finding), 0, true);
    }

    /**
     * One interchange with these documents, in this order.
     *
     * @throws IllegalArgumentException if a document's type has no such target
     * @throws io.tradelane.mappings.cartridge.UnwritableException if a value cannot be expressed in it
     */
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        return families.stream()
                .filter(family -> family.format() == target.format())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("documents are not written as " + target))
                .write(documents, target, envelope);
    }

    /** As what a document of this type can be written. */
    public Set<Target> targets(DocumentType type) {
        return families.stream().flatMap(family -> family.targets(type).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What can be read, for the catalogue of formats. */
    List<String> sources(DocumentType type) {
        return families.stream().flatMap(family -> family.sources(type).stream()).toList();
    }

    List<FormatFamily> families() {
        return families;
    }
}
