package io.tradelane.mappings.table;

import static io.tradelane.mappings.table.TableField.AMOUNT;
import static io.tradelane.mappings.table.TableField.AVAILABLE;
import static io.tradelane.mappings.table.TableField.BUYER_ARTICLE;
import static io.tradelane.mappings.table.TableField.GTIN;
import static io.tradelane.mappings.table.TableField.LOCATION;
import static io.tradelane.mappings.table.TableField.NAME;
import static io.tradelane.mappings.table.TableField.ON_HAND;
import static io.tradelane.mappings.table.TableField.ORDER_NUMBER;
import static io.tradelane.mappings.table.TableField.PRICE;
import static io.tradelane.mappings.table.TableField.QUANTITY;
import static io.tradelane.mappings.table.TableField.REQUESTED_DELIVERY;
import static io.tradelane.mappings.table.TableField.SUPPLIER_ARTICLE;

import io.tradelane.trading.document.DocumentType;
import org.jspecify.annotations.Nullable;

/** Tells from its columns what a table is. */
final class TableType {
    private TableType() {}

    /** {@code null} when it cannot be told: nothing is guessed that would be acted on. */
    static @Nullable DocumentType of(TableColumns columns) {
        if (!columns.has(GTIN, SUPPLIER_ARTICLE, BUYER_ARTICLE)) {
            return null;
        }
        boolean ordered = columns.has(QUANTITY);
        boolean stock = columns.has(ON_HAND, AVAILABLE);
        if (ordered && columns.has(ORDER_NUMBER, REQUESTED_DELIVERY)) {
            return DocumentType.ORDER;
        }
        if (stock && !(columns.has(PRICE) && columns.has(NAME)) || ordered && columns.has(LOCATION) && !columns.has(PRICE, AMOUNT)) {
            return DocumentType.INVENTORY_REPORT;
        }
        if (ordered && !stock) {
            return DocumentType.ORDER;
        }
        return columns.has(PRICE) || columns.has(NAME) ? DocumentType.CATALOGUE : null;
    }
}
