package io.tradelane.server.demo.history;

import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the suppliers sell: as many articles of each family. */
final class Goods {
    private static final List<String> BRANDS = List.of("Haina", "BCB", "Jingcraft", "Tengda", "Bluewave", "Rongpack");
    private static final double EURO = 7.8;

    private Goods() {}

    static List<Article> make(int count, LocalDate today, Chance chance) {
        List<Article> articles = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Family family = Family.ALL.get(n % Family.ALL.size());
            int supplier = family.makers().get(n / Family.ALL.size() % family.makers().size());
            int material = Character.digit(family.materials().charAt(chance.between(0, family.materials().length() - 1)), 16);
            String size = Words.size(family.sizes(), chance);
            String gtin = "69%02d%08d".formatted(10 + supplier, n);
            double price = family.price() * Math.exp(0.55 * chance.spread()) * (material == 1 ? 2.2 : 1);
            int pack = family.quantity() >= 1000 ? 100 : family.quantity() >= 100 ? 10 : 1;
            articles.add(new Article(chance.id(today.minusYears(2).atStartOfDay().toInstant(ZoneOffset.UTC)), supplier,
                    BRANDS.get(supplier).substring(0, 2).toUpperCase(Locale.ROOT) + "-" + Words.inNumber(size) + "-" + (10_000 + n), gtin + CheckDigit.of(gtin),
                    Words.MATERIALS.get(material).zh() + family.zh() + " " + size, Words.MATERIALS.get(material).en() + " " + family.en() + " " + size, size,
                    Words.MATERIALS.get(material).code(), family, price, pack, chance.between(3, 28),
                    chance.oneIn(7) ? 0 : (int) (family.quantity() * Math.exp(chance.spread()) * 2) / pack * pack));
        }
        return articles;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static Map<String, UUID> categories(Categories categories) {
        Map<String, UUID> ids = new HashMap<>();
        categories.tree().values().forEach(category -> ids.put(category.code(), category.id()));
        for (String[] group : Words.GROUPS) {
            ids.computeIfAbsent(group[0], code -> categories.create(new Categories.NewCategory(null, code, group[1], group[2], List.of())).orElseThrow());
        }
        for (Family family : Family.ALL) {
            List<CategoryAttribute.Choice> materials = family.materials().chars().mapToObj(c -> Words.MATERIALS.get(Character.digit(c, 16))).toList();
            ids.computeIfAbsent(family.code(), code -> categories.create(new Categories.NewCategory(ids.get(family.group()), code, family.zh(), capital(family.en()), List.of(
                    new CategoryAttribute("material", "材质", "Material", CategoryAttribute.Kind.CHOICE, null, null, null, materials, true, true)))).orElseThrow());
        }
        return ids;
    }

    /** Listed two years ago, with a price in either currency, and less for many. */
    static void write(List<Article> articles, List<Trader> suppliers, Map<String, UUID> categories, LocalDate today, RowWriter rows) {
        LocalDate listed = today.minusYears(2);
        for (Article article : articles) {
            Trader supplier = suppliers.get(article.supplier());
            Family family = article.family();
            rows.add("article", "id", article.id(), "supplier_org_id", supplier.id(), "number", article.number(), "gtin", article.gtin(), "name_zh", article.nameZh(), "name_en", article.nameEn(),
                    "unit", family.unit(), "pack_quantity", article.pack(), "created_at", listed + "T08:00:00Z", "updated_at", today + "T06:00:00Z", "version", 1,
                    "category_id", categories.get(family.code()), "brand", BRANDS.get(article.supplier()), "spec", article.size(),
                    "description_zh", family.zh() + "，规格" + article.size() + "，" + BRANDS.get(article.supplier()) + "品牌，现货供应，随货附合格证。",
                    "description_en", capital(family.en()) + ", size " + article.size() + ", by " + BRANDS.get(article.supplier()) + ", with certificate of conformity.",
                    "attributes", Map.of("material", article.material()), "min_quantity", article.pack(), "step_quantity", article.pack(), "lead_days", article.leadDays(),
                    "listing", "LISTED", "listed", "[" + listed + "T08:00:00Z,)", "reviewed_at", listed + "T08:00:00Z", "stock", article.stock(), "stock_as_of", today + "T06:00:00Z");
            for (String currency : List.of("CNY", "EUR")) {
                price(rows, article, supplier, currency, 0, 1, today);
                price(rows, article, supplier, currency, family.quantity(), 0.94, today);
            }
        }
    }

    private static void price(RowWriter rows, Article article, Trader supplier, String currency, int from, double part, LocalDate today) {
        rows.add("list_price", "id", UUID.nameUUIDFromBytes((article.id() + currency + from).getBytes(StandardCharsets.UTF_8)), "supplier_org_id", supplier.id(),
                "article_id", article.id(), "from_quantity", from, "amount", BigDecimal.valueOf(Math.max(article.price() * part / (currency.equals("EUR") ? EURO : 1), 0.001))
                        .setScale(article.price() < 8 ? 4 : 2, RoundingMode.HALF_UP), "currency", currency, "basis", 1, "unit", article.family().unit(),
                "validity", "[" + today.minusYears(2) + ",)");
    }
}
