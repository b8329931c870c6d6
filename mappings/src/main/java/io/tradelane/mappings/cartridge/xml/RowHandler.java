package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;

/** Takes the rows of a declaration with {@code stream="true"}, each when its element has ended; they are not kept. */
@FunctionalInterface
public interface RowHandler {

    /**
     * @param parent the row around it, with what was read of it so far
     * @param row its kind is {@code row.layout().name()}
     */
    void row(Row parent, Row row);
}
