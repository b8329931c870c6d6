package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * Between the rows that a Smooks resource declares for a transaction set and a document. Stateless; what is wrong goes to
 * the report.
 *
 * @param <D> the document's record
 */
public interface X12Mapping<D extends BusinessDocument> {

    /** ST01: 850; TA1 for the acknowledgement that is no set. */
    String set();

    DocumentType type();

    /** Class path name of the Smooks resource list that declares the rows: named for the set, beside the mapping, unless several share one. */
    default String resource() {
        return getClass().getPackageName().replace('.', '/') + "/" + set() + ".xml";
    }

    /** The document, or {@code null} when something it cannot do without is missing; the report then says what. */
    @Nullable D read(Row set, MappingReport report);

    /** Whether this document is written as this set, where several could; the first that says so is taken. */
    default boolean fits(D document, String version) {
        return true;
    }

    /** Fills the row of a new set of this version. */
    void write(D document, Row set, String version);
}
