package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Gs1Form;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GS1 XML 3 catalogue item notification (GDSN) and {@link CatalogueDocument}; all commands of a message make one. */
public final class Gs1CatalogueMapping implements XmlMapping<CatalogueDocument> {

    @Override
    public String name() {
        return "gs1-catalogue-item-notification";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/catalogue/gs1-catalogue.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    @Override
    public @Nullable CatalogueDocument read(Row row, MappingReport report) {
        List<Article> articles = articles(row);
        if (articles.isEmpty()) {
            report.add(MappingError.LINES_MISSING, row, null, null, "catalogueItem");
            return null;
        }
        Row first = firstItem(row);
        return new CatalogueDocument(
                number(row, articles, report), null, issued(row, report), Action.UPDATE, first.date("validFrom"), null, null,
                first.text("language"), parties(row, first), articles);
    }

    private static List<Article> articles(Row row) {
        List<Article> articles = new ArrayList<>();
        for (Row command : row.rows("commands")) {
            String type = command.text("type");
            ArticleAction action = switch (type == null ? "" : type) {
                case "DELETE" -> ArticleAction.DELETE;
                case "CHANGE_BY_REFRESH", "CORRECT" -> ArticleAction.CHANGE;
                default -> ArticleAction.ADD;
            };
            Gs1Articles.read(command.rows("items"), action, articles);
        }
        Gs1Articles.read(row.rows("items"), ArticleAction.ADD, articles);
        return List.copyOf(articles);
    }

    /** There is one: there are articles. */
    private static Row firstItem(Row row) {
        for (Row command : row.rows("commands")) {
            if (!command.rows("items").isEmpty()) {
                return command.rows("items").getFirst();
            }
        }
        return row.rows("items").getFirst();
    }

    /** Of the notification, else of what it came in, else of the article. */
    private static String number(Row row, List<Article> articles, MappingReport report) {
        for (Row command : row.rows("commands")) {
            if (command.text("number") != null) {
                return command.text("number");
            }
        }
        String around = row.text("transaction") == null ? row.text("instance") : row.text("transaction");
        if (around != null) {
            return around;
        }
        String gtin = String.valueOf(articles.getFirst().item().gtin());
        report.add(MappingError.NUMBER_ASSUMED, row, null, gtin, "catalogueItemNotificationIdentification");
        return gtin;
    }

    private static LocalDate issued(Row row, MappingReport report) {
        for (Row command : row.rows("commands")) {
            if (command.date("issueDate") != null) {
                return command.date("issueDate");
            }
        }
        if (row.date("created") != null) {
            return row.date("created");
        }
        report.add(MappingError.ISSUE_DATE_MISSING, row, null, null, "creationDateTime");
        return Headers.envelopeDate(report);
    }

    /** Who tells of the article is the supplier, the recipient of the data the buyer. */
    private static List<Party> parties(Row row, Row item) {
        List<Party> parties = new ArrayList<>();
        String provider = item.text("provider") == null ? row.text("owner") : item.text("provider");
        if (provider != null || item.text("providerName") != null) {
            List<Identifier> numbers = provider == null ? List.of() : List.of(new Identifier(Scheme.GLN, provider));
            parties.add(new Party(PartyRole.SUPPLIER, numbers, item.text("providerName"), null, null));
        }
        row.rows("commands").stream().map(command -> command.text("recipient")).filter(gln -> gln != null).findFirst()
                .ifPresent(gln -> parties.add(Party.ofGln(PartyRole.BUYER, gln)));
        return List.copyOf(parties);
    }

    /** Each article is a notification in a transaction of its own, as there is one action for all that stands in one. */
    @Override
    public void write(CatalogueDocument catalogue, Row row) {
        row.set("message", "catalogueItemNotification");
        Party supplier = catalogue.party(PartyRole.SUPPLIER).orElse(null);
        String owner = supplier == null ? null : Gs1Form.GLN.fitting(supplier.identifier(Scheme.GLN).orElse(null), "contentOwner/gln");
        String recipient = catalogue.party(PartyRole.BUYER).flatMap(buyer -> buyer.identifier(Scheme.GLN)).orElse(null);
        LocalDate from = catalogue.validFrom();
        int count = 0;
        for (Article article : catalogue.articles()) {
            Row transaction = row.add("transactions").set("id", catalogue.number() + "-" + ++count).set("number", catalogue.number());
            transaction.set("owner", owner).set("recipient", Gs1Form.GLN.fitting(recipient, "dataRecipient")).set("type", command(article.action()));
            transaction.set("issueDate", catalogue.issueDate().atStartOfDay()).set("effective", from == null ? null : from.atStartOfDay());
            transaction.set("providerName", supplier == null ? null : supplier.name());
            Gs1Articles.write(article, catalogue.language() == null ? "en" : catalogue.language(), transaction);
        }
    }

    private static String command(ArticleAction action) {
        return switch (action) {
            case ADD -> "ADD";
            case CHANGE -> "CHANGE_BY_REFRESH";
            case DELETE -> "DELETE";
        };
    }

    /** Who owns the data and gets them as the envelope says, where the document itself does not. */
    public static void complete(Row row, PartyAddress sender, PartyAddress recipient) {
        for (Row transaction : row.rows("transactions")) {
            if (transaction.text("owner") == null) {
                transaction.set("owner", Gs1Form.GLN.fitting(sender.id(), "contentOwner/gln"));
            }
            if (transaction.text("recipient") == null) {
                transaction.set("recipient", Gs1Form.GLN.fitting(recipient.id(), "dataRecipient"));
            }
        }
    }
}
