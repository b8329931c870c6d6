package io.tradelane.portal.sourcing;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.PunchOutCartDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cart as the form fields of SAP's Open Catalog Interface, releases 4.0 and 5.0: {@code NEW_ITEM-DESCRIPTION[1]} and so on, items counted from 1.
 * Numbers have a point and up to three decimals; what a price needs beyond that goes into its unit.
 */
final class OciCart {
    private static final int DECIMALS = 3;
    private static final int LARGEST_PRICE_UNIT = 99999;

    private OciCart() {}

    static Map<String, String> fields(PunchOutCartDocument cart) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < cart.lines().size(); i++) {
            PunchOutCartDocument.Line line = cart.lines().get(i);
            int n = i + 1;
            put(fields, "DESCRIPTION", n, line.item().description(), 40);
            put(fields, "MATNR", n, line.item().buyerArticle(), 40);
            put(fields, "VENDORMAT", n, line.item().supplierArticle(), 40);
            put(fields, "QUANTITY", n, number(line.quantity().value()), 15);
            put(fields, "UNIT", n, line.quantity().unit(), 3);
            price(fields, n, line.price());
            put(fields, "EXT_QUOTE_ID", n, line.auxiliaryId(), 35);
            put(fields, "EXT_PRODUCT_ID", n, line.item().supplierArticle(), 40);
            String description = line.item().description();
            if (description != null && description.length() > 40) {
                fields.put("NEW_ITEM-LONGTEXT_" + n + ":132[]", description);
            }
        }
        return fields;
    }

    private static void price(Map<String, String> fields, int n, @Nullable Price price) {
        if (price == null) {
            return;
        }
        BigDecimal amount = price.amount().amount().stripTrailingZeros();
        BigDecimal basis = price.basis().value();
        while ((amount.scale() > DECIMALS || basis.stripTrailingZeros().scale() > 0) && basis.multiply(BigDecimal.TEN).compareTo(BigDecimal.valueOf(LARGEST_PRICE_UNIT)) <= 0) {
            amount = amount.movePointRight(1).stripTrailingZeros();
            basis = basis.movePointRight(1);
        }
        put(fields, "PRICE", n, number(amount), 15);
        put(fields, "CURRENCY", n, price.amount().currency(), 5);
        put(fields, "PRICEUNIT", n, basis.setScale(0, RoundingMode.HALF_UP).toPlainString(), 5);
    }

    private static String number(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static void put(Map<String, String> fields, String name, int n, @Nullable String value, int longest) {
        if (value != null && !value.isEmpty()) {
            fields.put("NEW_ITEM-" + name + "[" + n + "]", value.length() > longest ? value.substring(0, longest) : value);
        }
    }
}
