package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PRICAT and {@link CatalogueDocument}. */
public final class CatalogueMapping implements EdifactMapping<CatalogueDocument> {
    /** 1225: change in detail section. */
    private static final String PRICES_ONLY = "36";

    @Override
    public String message() {
        return "PRICAT";
    }

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    @Override
    public @Nullable CatalogueDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Amounts amounts = Amounts.optional(message, report);
        List<Article> articles = ArticleRows.read(message, amounts, report);
        if (articles.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        if (number == null) {
            return null;
        }
        return new CatalogueDocument(
                number,
                message.text("version"),
                Headers.issueDate(message, report),
                action(message.text("function")),
                message.date("validFrom"),
                message.date("validTo"),
                amounts.currencyKnown() ? amounts.currency() : null,
                message.text("language"),
                PartyRows.read(message),
                articles);
    }

    /** Only a sender who says so replaces everything there is. */
    private static Action action(@Nullable String function) {
        return "5".equals(function) ? Action.REPLACE : PRICES_ONLY.equals(function) ? Action.UPDATE_PRICES : Action.UPDATE;
    }

    @Override
    public void write(CatalogueDocument catalogue, Row message, String directory) {
        String function = switch (catalogue.action()) {
            case REPLACE -> "5";
            case UPDATE -> "4";
            case UPDATE_PRICES -> PRICES_ONLY;
        };
        message.set("kind", "9").set("number", catalogue.number()).set("function", function).set("version", catalogue.version());
        message.set("issueDate", catalogue.issueDate()).set("validFrom", catalogue.validFrom()).set("validTo", catalogue.validTo());
        message.set("language", catalogue.language());
        PartyRows.write(catalogue.parties(), message);
        Amounts.writeCurrency(catalogue.currency(), message);
        ArticleRows.write(catalogue.articles(), message, directory);
    }
}
