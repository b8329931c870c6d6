package io.tradelane.trading.cart;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart as its buyer sees it: as long as it can be changed at the prices of today, then at those at which it was submitted.
 *
 * @param owner null: a machine
 * @param mine whether the reader may change it
 * @param total of the lines that have a price
 */
public record Cart(
        UUID id, UUID buyer, Company supplier, @Nullable UUID owner, String ownerName, boolean mine, CartState state, String currency, CartForm form, Money total,
        @Nullable String rejectedReason, @Nullable UUID order, @Nullable Instant submittedAt, Instant updatedAt, int version, List<Line> lines) {

    /**
     * @param asked as typed, where the quantity was raised
     * @param multiple quantities are multiples of it; null: any
     * @param price null: nobody has named one for this buyer
     * @param contract number of the contract whose price it is
     * @param formerPrice of one unit, in the order that this repeats
     */
    public record Line(
            UUID id, int position, UUID article, String number, @Nullable String gtin, @Nullable String buyerArticle, @Nullable String nameZh, @Nullable String nameEn,
            String unit, BigDecimal quantity, @Nullable BigDecimal asked, @Nullable BigDecimal minimum, @Nullable BigDecimal multiple, @Nullable Price price,
            @Nullable PriceSource source, @Nullable UUID contractId, @Nullable String contract, @Nullable String contractLine, @Nullable BigDecimal formerPrice,
            @Nullable Money amount, @Nullable LocalDate delivery, @Nullable String note) {

        /** Whether it costs something else than in the order that is repeated. */
        public boolean renewed() {
            return formerPrice != null && price != null && formerPrice.compareTo(price.perUnit()) != 0;
        }
    }

    public boolean priced() {
        return lines.stream().allMatch(line -> line.price() != null);
    }
}
