package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.BusinessDocument;
import java.util.Optional;

/**
 * Between a kind of UBL document and a document of ours.
 *
 * @param <D> the document's record
 */
public interface UblMapping<D extends BusinessDocument> extends XmlMapping<D> {

    /**
     * How Peppol names a kind of document.
     *
     * @param customization CustomizationID: which rules it keeps
     * @param process ProfileID: in which exchange it stands
     */
    record Profile(String customization, String process) {}

    /** Whether it is this mapping that reads a document with this root. */
    default boolean reads(Row document) {
        return true;
    }

    /** Whether this mapping writes this document, of several for the type. */
    default boolean writes(D document) {
        return true;
    }

    /** As Peppol BIS 3; empty when Peppol has no such document. */
    default Optional<Profile> profile(D document) {
        return Optional.empty();
    }

    /** @param peppol whether only what the profile allows is written */
    void write(D document, Row row, boolean peppol);

    @Override
    default void write(D document, Row row) {
        write(document, row, false);
    }
}
