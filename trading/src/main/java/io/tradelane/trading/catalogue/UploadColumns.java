package io.tradelane.trading.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of a file is what: by our own names, by the words of either language, and for attributes by {@code a.} and their code, or by their names. */
final class UploadColumns {
    /** In the order in which they are written. */
    static final List<String> FIELDS = List.of("number", "gtin", "name_zh", "name_en", "category", "brand", "model", "spec", "unit", "pack_quantity", "min_quantity", "step_quantity",
            "lead_days", "price", "currency", "stock", "description_zh", "description_en");
    static final String ATTRIBUTE = "a.";
    /** Columns that we add ourselves and do not read. */
    static final String ERROR_EN = "error";
    static final String ERROR_ZH = "错误";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        name("number", "article number", "article", "sku", "supplier article", "商品编号", "货号", "编号");
        name("gtin", "ean", "barcode", "条码", "商品条码", "商品条码（gtin）");
        name("name_zh", "name in chinese", "chinese name", "中文名称", "名称", "品名");
        name("name_en", "name in english", "english name", "name", "英文名称");
        name("category", "类目", "类别", "分类");
        name("brand", "品牌");
        name("model", "型号");
        name("spec", "specification", "规格");
        name("unit", "unit of measure", "单位");
        name("pack_quantity", "units in a pack", "pack size", "每包数量");
        name("min_quantity", "least to order", "minimum order", "最小起订量", "起订量");
        name("step_quantity", "in multiples of", "订购倍数");
        name("lead_days", "lead time in days", "lead time", "交货天数", "交期");
        name("price", "list price", "价格", "单价");
        name("currency", "币种", "货币");
        name("stock", "库存");
        name("description_zh", "description in chinese", "中文描述");
        name("description_en", "description in english", "description", "英文描述");
    }

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> header;
    private final List<String> unknown = new ArrayList<>();

    private static void name(String field, String... names) {
        NAMES.put(field, field);
        for (String name : names) {
            NAMES.put(name, field);
        }
    }

    UploadColumns(List<String> header, Iterable<Category> categories) {
        this.header = header;
        Map<String, String> attributes = new LinkedHashMap<>();
        categories.forEach(category -> category.attributes().forEach(attribute -> {
            attributes.putIfAbsent(ATTRIBUTE + attribute.code().toLowerCase(Locale.ROOT), ATTRIBUTE + attribute.code());
            attributes.putIfAbsent(attribute.nameEn().toLowerCase(Locale.ROOT), ATTRIBUTE + attribute.code());
            attributes.putIfAbsent(attribute.nameZh(), ATTRIBUTE + attribute.code());
        }));
        for (int i = 0; i < header.size(); i++) {
            String said = header.get(i).strip().toLowerCase(Locale.ROOT);
            String field = NAMES.getOrDefault(said, attributes.get(said));
            if (field != null) {
                places.putIfAbsent(field, i);
            } else if (!said.isEmpty() && !said.equals(ERROR_EN) && !said.equals(ERROR_ZH)) {
                unknown.add(header.get(i));
            }
        }
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    /** As the file calls it. */
    String called(String field) {
        Integer place = places.get(field);
        return place == null ? field : header.get(place);
    }

    /** What stands in the row, without the apostrophe that keeps spreadsheets from counting. */
    String value(List<String> cells, String field) {
        Integer place = places.get(field);
        String value = place == null || place >= cells.size() ? "" : cells.get(place).strip();
        return value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0 ? value.substring(1) : value;
    }

    List<String> attributes() {
        return places.keySet().stream().filter(field -> field.startsWith(ATTRIBUTE)).map(field -> field.substring(ATTRIBUTE.length())).toList();
    }

    /** Columns that are not read. */
    List<String> unknown() {
        return unknown;
    }
}
