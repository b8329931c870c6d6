package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Units;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc MATMAS: materials as articles without prices, which SAP sends otherwise. The document's number is that of the IDoc. */
public final class IdocMaterialMapping implements IdocMapping<CatalogueDocument> {
    private static final int MATERIAL = 18;
    private static final int WIDTH = 132;
    private static final String SIZE = "Size";
    /** Attributes with a unit: value and unit. */
    private static final Map<String, String[]> MEASURES = Map.of(
            "Gross weight", new String[] {"BRGEW", "GEWEI"}, "Net weight", new String[] {"NTGEW", "GEWEI"}, "Volume", new String[] {"VOLUM", "VOLEH"});
    /** Languages as SAP has them in one character, by ISO 639-1. */
    private static final Map<String, String> LANGUAGES = Map.of(
            "EN", "E", "DE", "D", "FR", "F", "ES", "S", "IT", "I", "NL", "N", "PT", "P", "ZH", "1", "JA", "J");

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    @Override
    public String messageType() {
        return "MATMAS";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("MATMAS05");
    }

    @Override
    public @Nullable CatalogueDocument read(Idoc idoc) {
        List<IdocSegment> materials = idoc.segments("E1MARAM");
        if (materials.isEmpty()) {
            return null;
        }
        IdocSegment first = materials.getFirst();
        String number = idoc.number().isEmpty() ? Values.number(first.key("MATNR"), idoc, first, "MATNR") : idoc.number();
        String language = null;
        List<Article> articles = new ArrayList<>();
        for (IdocSegment material : materials) {
            IdocSegment text = text(material);
            language = language == null && text != null && text.has("SPRAS_ISO") ? text.value("SPRAS_ISO").toLowerCase(Locale.ROOT) : language;
            articles.add(article(material, text, articles.size() + 1, idoc));
        }
        LocalDate sent = Values.sent(idoc);
        return number == null ? null : new CatalogueDocument(
                number, null, sent, Action.UPDATE, null, null, null, language, List.of(), List.copyOf(articles));
    }

    /** In English, else the first. */
    private static @Nullable IdocSegment text(IdocSegment material) {
        IdocSegment english = material.child("E1MAKTM", "SPRAS_ISO", "EN");
        english = english == null ? material.child("E1MAKTM", "SPRAS", "E") : english;
        return english == null ? material.child("E1MAKTM") : english;
    }

    private static Article article(IdocSegment material, @Nullable IdocSegment text, int line, Idoc idoc) {
        IdocSegment more = material.child("E1MARA1");
        String number = more != null && more.has("MATNR_EXTERNAL") ? more.text("MATNR_EXTERNAL") : material.key("MATNR");
        if (number == null && !material.has("EAN11")) {
            idoc.report().add(MappingError.ITEM_MISSING, material, "MATNR", null, "E1MARAM/MATNR");
        }
        String name = text == null ? null : text.text("MAKTX");
        IdocSegment sales = material.child("E1MVKEM");
        IdocSegment plant = material.child("E1MARCM");
        String unit = material.has("BSTME") ? material.text("BSTME") : material.text("MEINS");
        BigDecimal days = plant == null ? null : plant.number("PLIFZ");
        Quantity least = sales == null ? null : Values.quantity(sales, "AUMNG", "VRKME");
        return new Article(
                Integer.toString(line), action(material), new Item(material.text("EAN11"), null, number, name), name,
                Texts.read(material.children(), "E1MTXHM", "E1MTXLM"), material.key("MFRNR"), material.text("MFRPN"), material.text("MATKL"),
                unit == null ? null : Units.rec20(unit), least == null || least.isZero() ? null : least, null,
                days == null || days.signum() == 0 ? null : days.intValue(), plant == null ? null : plant.text("HERKL"), null, List.of(),
                attributes(material), List.of());
    }

    private static ArticleAction action(IdocSegment material) {
        boolean deleted = material.value("LVORM").equals("X") || material.value("MSGFN").equals("003");
        return deleted ? ArticleAction.DELETE : material.value("MSGFN").equals("009") ? ArticleAction.ADD : ArticleAction.CHANGE;
    }

    private static List<Attribute> attributes(IdocSegment material) {
        List<Attribute> attributes = new ArrayList<>();
        for (String name : List.of("Gross weight", "Net weight", "Volume")) {
            String[] fields = MEASURES.get(name);
            BigDecimal value = material.number(fields[0]);
            if (value != null && value.signum() != 0) {
                attributes.add(new Attribute(name, value.toPlainString(), material.has(fields[1]) ? Units.rec20(material.text(fields[1])) : null));
            }
        }
        if (material.has("GROES")) {
            attributes.add(new Attribute(SIZE, material.value("GROES"), null));
        }
        return List.copyOf(attributes);
    }

    @Override
    public void write(CatalogueDocument catalogue, IdocSegment root) {
        for (Article article : catalogue.articles()) {
            write(article, catalogue.language(), root);
        }
    }

    /** Prices and images have no place in it. */
    private static void write(Article article, @Nullable String language, IdocSegment root) {
        String number = article.item().supplierArticle();
        if (number == null) {
            throw new IdocUnwritable("E1MARAM", "MATNR", article.lineNumber(), "the supplier's article number");
        }
        boolean brief = number.length() <= MATERIAL;
        IdocSegment material = root.append("E1MARAM").set("MSGFN", code(article.action())).set("MATNR", brief ? number : null)
                .set("LVORM", article.action() == ArticleAction.DELETE ? "X" : null).set("MATKL", article.category()).set("MEINS", article.orderUnit())
                .set("EAN11", article.item().gtin()).set("MFRPN", article.manufacturerArticle()).set("MFRNR", article.manufacturer());
        if (!brief) {
            material.append("E1MARA1").set("MATNR_EXTERNAL", number);
        }
        String name = article.name() == null ? article.item().description() : article.name();
        if (name != null) {
            String iso = language == null ? "EN" : language.toUpperCase(Locale.ROOT);
            material.append("E1MAKTM").set("MSGFN", code(article.action())).set("SPRAS", LANGUAGES.get(iso)).set("MAKTX", name).set("SPRAS_ISO", iso);
        }
        for (Attribute attribute : article.attributes()) {
            String[] fields = MEASURES.get(attribute.name());
            if (fields != null) {
                material.set(fields[0], attribute.value()).set(fields[1], attribute.unit());
            } else if (attribute.name().equals(SIZE)) {
                material.set("GROES", attribute.value());
            }
        }
        if (article.leadTimeDays() != null || article.originCountry() != null) {
            material.append("E1MARCM").set("MSGFN", code(article.action()))
                    .set("PLIFZ", article.leadTimeDays() == null ? null : article.leadTimeDays().toString()).set("HERKL", article.originCountry());
        }
        if (article.minimumOrder() != null) {
            Values.write(article.minimumOrder(), material.append("E1MVKEM").set("MSGFN", code(article.action())), "AUMNG", "VRKME");
        }
        Texts.write(article.description(), material, "E1MTXHM", "E1MTXLM", WIDTH);
    }

    private static String code(ArticleAction action) {
        return switch (action) {
            case ADD -> "009";
            case CHANGE -> "004";
            case DELETE -> "003";
        };
    }
}
