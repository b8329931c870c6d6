package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * Between the rows that a Smooks resource declares for a kind of XML document and a document of ours. Stateless; what
 * is wrong goes to the report.
 *
 * @param <D> the document's record
 */
public interface XmlMapping<D extends BusinessDocument> {

    /** Of the {@code x:document} declaration, for example {@code ubl-order}. */
    String name();

    /** Class path name of the Smooks resource list with that declaration: named for the declaration, beside the mapping, unless several share one. */
    default String resource() {
        return getClass().getPackageName().replace('.', '/') + "/" + name() + ".xml";
    }

    DocumentType type();

    /** The document, or {@code null} when something it cannot do without is missing; the report then says what. */
    @Nullable D read(Row document, MappingReport report);

    /** Fills the row of a new document. */
    void write(D document, Row row);
}
