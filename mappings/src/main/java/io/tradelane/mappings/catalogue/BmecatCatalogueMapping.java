package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.shared.XmlRefusals;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** BMEcat 1.2 and 2005 (T_NEW_CATALOG, T_UPDATE_PRODUCTS, T_UPDATE_PRICES) and {@link CatalogueDocument}. */
public final class BmecatCatalogueMapping implements XmlMapping<CatalogueDocument> {
    /** Of the declaration for a catalogue that may be empty. */
    public static final String NEW_CATALOG = "bmecat-new-catalog";
    public static final String ANY = "bmecat";

    private static final Set<Scheme> OLD_NUMBERS = EnumSet.of(Scheme.GLN, Scheme.DUNS, Scheme.BUYER_ASSIGNED, Scheme.SUPPLIER_ASSIGNED);

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
        row.set("language", language(catalogue.language())).set("number", catalogue.number());
        row.set("version", version(catalogue.version())).set("issueDate", catalogue.issueDate());
        row.set("currency", OpenTransValues.currency(catalogue.currency()));
        if (catalogue.validFrom() != null || catalogue.validTo() != null) {
            row.set("agreement", catalogue.number()).set("validFrom", catalogue.validFrom()).set("validTo", catalogue.validTo());
        }
        row.set("transaction", catalogue.action() == Action.REPLACE ? "" : null);
        row.set("previousProducts", catalogue.action() == Action.UPDATE ? "0" : null);
        row.set("previousPrices", catalogue.action() == Action.UPDATE_PRICES ? "0" : null);
    }

    /** ISO 639-2, three letters. */
    private static String language(@Nullable String language) {
        try {
            String code = language == null ? "" : Locale.forLanguageTag(language).getISO3Language();
            return code.isEmpty() ? "und" : code;
        } catch (MissingResourceException unknown) {
            return "und";
        }
    }

    /** Two numbers of three digits at most. */
    private static String version(@Nullable String version) {
        if (version == null || version.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            return version == null ? "1.0" : version.contains(".") ? version : version + ".0";
        }
        throw XmlRefusals.value("/BMECAT/HEADER/CATALOG/CATALOG_VERSION", version, "001.000");
    }

    /**
     * What the versions call by other names, or want to know of the parties.
     *
     * @param old whether it is written as BMEcat 1.2
     * @param sender supplies the catalogue where the document names no supplier, @param recipient likewise
     */
    public static void complete(CatalogueDocument catalogue, Row row, boolean old, Identifier sender, Identifier recipient) {
        Party supplier = catalogue.party(PartyRole.SUPPLIER).orElse(new Party(PartyRole.SUPPLIER, List.of(sender), null, null, null));
        Party somebody = old ? new Party(PartyRole.BUYER, List.of(recipient), null, null, null) : null;
        party(catalogue.party(PartyRole.BUYER).orElse(somebody), "buyer", old, row);
        party(supplier, "supplier", old, row);
        writeArticles(catalogue, row, old ? "ARTICLE" : "PRODUCT");
    }

    /** Where the role is said there has to be a name; 2005 can refer to a party that has none. */
    private static void party(@Nullable Party party, String place, boolean old, Row row) {
        if (party == null) {
            return;
        }
        if (party.name() == null && !old) {
            BmecatParties.writeReferred(party, row, place + "Ref");
        } else {
            Row target = row.add("parties").set("place", place);
            Party numbered = old ? withOldNumbers(party) : party;
            BmecatParties.write(place.equals("buyer") ? withOneNumber(numbered) : numbered, target);
            target.set("name", party.name() == null ? target.rows("ids").getFirst().text("id") : party.name());
        }
    }

    /** BMEcat 1.2 has four kinds of numbers, and no place for one of the tax office. */
    private static Party withOldNumbers(Party party) {
        List<Identifier> numbers = party.identifiers().stream().filter(id -> OLD_NUMBERS.contains(id.scheme())).toList();
        if (numbers.isEmpty()) {
            numbers = party.identifiers().stream().limit(1).map(id -> new Identifier(Scheme.SUPPLIER_ASSIGNED, id.value())).toList();
        }
        if (numbers.isEmpty() && party.name() != null) {
            numbers = List.of(new Identifier(Scheme.SUPPLIER_ASSIGNED, party.name()));
        }
        return new Party(party.role(), numbers, party.name(), party.address(), party.contact());
    }

    private static Party withOneNumber(Party party) {
        List<Identifier> numbers = Stream.concat(
                party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).limit(1),
                party.identifiers().stream().filter(id -> id.scheme() == Scheme.VAT)).toList();
        return new Party(party.role(), numbers, party.name(), party.address(), party.contact());
    }

    private static void writeArticles(CatalogueDocument catalogue, Row row, String articles) {
        String transaction = switch (catalogue.action()) {
            case REPLACE -> "T_NEW_CATALOG/";
            case UPDATE -> "T_UPDATE_PRODUCTS/";
            case UPDATE_PRICES -> "T_UPDATE_PRICES/";
        };
        catalogue.articles().stream().filter(article -> isSaid(article, catalogue.action()))
                .forEach(article -> BmecatArticles.write(article, catalogue.action(), row.add("articles").set("place", transaction + articles)));
        if (row.rows("articles").isEmpty() && catalogue.action() != Action.REPLACE) {
            throw XmlRefusals.missing("/BMECAT/" + transaction + articles);
        }
    }

    /** What is taken out is not in a new catalogue, and what has no price changes none. */
    private static boolean isSaid(CatalogueDocument.Article article, Action action) {
        return switch (action) {
            case REPLACE -> article.action() != CatalogueDocument.ArticleAction.DELETE;
            case UPDATE -> true;
            case UPDATE_PRICES -> !article.prices().isEmpty();
        };
    }
}
