package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message type and its document, both ways. */
public interface IdocMapping<D extends BusinessDocument> {

    DocumentType type();

    /** MESTYP: ORDERS. */
    String messageType();

    /** Basic types it is written as, the usual one first; none for one that is only read. */
    List<String> basicTypes();

    /** {@code null} when the report says why there is none. */
    @Nullable D read(Idoc idoc);

    /**
     * Appends segments in any order; they are written in that of the basic type.
     *
     * @param root the segments of the first level go below it
     */
    void write(D document, IdocSegment root);
}
