package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BMEcat 1.2 and 2005 (T_NEW_CATALOG, T_UPDATE_PRODUCTS, T_UPDATE_PRICES) and {@link CatalogueDocument}. */
public final class BmecatCatalogueMapping implements XmlMapping<CatalogueDocument> {
    /** Of the declaration for a catalogue that may be empty. */
    public static final String NEW_CATALOG = "bmecat-new-catalog";
    public static final String ANY = "bmecat";

    private final String name;

    /** @param name {@link #ANY} or {@link #NEW_CATALOG} */
    public BmecatCatalogueMapping(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/catalogue/bmecat.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    /** T_NEW_CATALOG, T_UPDATE_PRODUCTS or T_UPDATE_PRICES; {@code null} when none has an article. */
    public static @Nullable String transaction(Row row) {
        for (Row article : row.rows("articles")) {
            String place = article.text("place");
            if (place != null) {
                return place.substring(0, place.indexOf('/'));
            }
        }
        return null;
    }

    @Override
    public @Nullable CatalogueDocument read(Row row, MappingReport report) {
        String transaction = transaction(row);
        if (transaction == null && name.equals(ANY)) {
            report.add(MappingError.LINES_MISSING, row, null, null, "T_NEW_CATALOG");
            return null;
        }
        if (row.text("number") == null) {
            return null;
        }
        Action action = "T_UPDATE_PRODUCTS".equals(transaction) ? Action.UPDATE
                : "T_UPDATE_PRICES".equals(transaction) ? Action.UPDATE_PRICES : Action.REPLACE;
        LocalDate issued = row.date("issueDate");
        if (issued == null) {
            report.add(MappingError.ISSUE_DATE_MISSING, row, "issueDate", null, "DATETIME generation_date");
            issued = Headers.envelopeDate(report);
        }
        String currency = row.text("currency") == null ? null : UblValues.currency(row, report);
        return new CatalogueDocument(
                row.text("number"), row.text("version"), issued, action, row.date("validFrom"), row.date("validTo"), currency,
                row.text("language"), BmecatParties.read(row, "buyerRef", "supplierRef"),
                BmecatArticles.read(row, action, currency, report));
    }

    @Override
    public void write(CatalogueDocument catalogue, Row row) {
        row.set("language", catalogue.language() == null ? "und" : catalogue.language()).set("number", catalogue.number());
        row.set("version", catalogue.version() == null ? "1.0" : catalogue.version()).set("issueDate", catalogue.issueDate());
        row.set("currency", catalogue.currency());
        if (catalogue.validFrom() != null || catalogue.validTo() != null) {
            row.set("agreement", catalogue.number()).set("validFrom", catalogue.validFrom()).set("validTo", catalogue.validTo());
        }
        party(catalogue.party(PartyRole.BUYER).orElse(null), "buyer", row);
        party(catalogue.party(PartyRole.SUPPLIER).orElse(null), "supplier", row);
        row.set("previousProducts", catalogue.action() == Action.UPDATE ? "0" : null);
        row.set("previousPrices", catalogue.action() == Action.UPDATE_PRICES ? "0" : null);
    }

    private static void party(@Nullable Party party, String place, Row row) {
        if (party != null) {
            BmecatParties.write(party, row.add("parties").set("place", place));
        }
    }

    /** @param articles as the version calls them: ARTICLE of 1.2, PRODUCT of 2005 */
    public static void writeArticles(CatalogueDocument catalogue, Row row, String articles) {
        String transaction = switch (catalogue.action()) {
            case REPLACE -> "T_NEW_CATALOG/";
            case UPDATE -> "T_UPDATE_PRODUCTS/";
            case UPDATE_PRICES -> "T_UPDATE_PRICES/";
        };
        List<CatalogueDocument.Article> all = catalogue.articles();
        for (CatalogueDocument.Article article : all) {
            BmecatArticles.write(article, catalogue.action(), row.add("articles").set("place", transaction + articles));
        }
    }
}
