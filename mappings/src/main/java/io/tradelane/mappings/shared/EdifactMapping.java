package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between the rows that a Smooks resource declares and a document. Stateless; what is wrong goes to the report.
 *
 * @param <D> the document's record
 */
public interface EdifactMapping<D extends BusinessDocument> {

    /** UNH 0065, for example ORDERS. */
    String message();

    DocumentType type();

    /** Whether it belongs to the syntax (ISO 9735), not to a directory. */
    default boolean service() {
        return false;
    }

    /** Class path name of the Smooks resource list that declares the rows: named for the message, beside the mapping, unless several share one. */
    default String resource() {
        return getClass().getPackageName().replace('.', '/') + "/" + message() + ".xml";
    }

    /** Whether this message is the one for the document, where several carry documents of its type. */
    default boolean writes(D document) {
        return true;
    }

    /** Further resource lists, for an association (EANCOM) or a partner that deviates; they declare the same rows. */
    default List<String> overlays() {
        return List.of();
    }

    /** The document, or {@code null} when something it cannot do without is missing; the report then says what. */
    @Nullable D read(Row message, MappingReport report);

    /** Fills the row of a new message of this directory, for example D96A. */
    void write(D document, Row message, String directory);
}
