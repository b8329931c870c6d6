package io.tradelane.mappings.table;

import io.tradelane.trading.document.DocumentType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a partner's tables are read: data that can be saved.
 *
 * @param type ORDER, CATALOGUE or INVENTORY_REPORT
 * @param columns from a header as the partner writes it to a field; without a row of headers, from the number of the column from 1
 * @param headers whether there is a row of headers
 * @param delimiter of CSV; absent: found out
 * @param decimalMark comma or point; absent: found out
 * @param datePattern of java.time, such as {@code dd.MM.yyyy}; absent: found out
 * @param currency ISO 4217, where no column says it
 * @param unit UN/ECE Recommendation 20, where no column says it
 */
public record TableMapping(
        DocumentType type,
        Map<String, TableField> columns,
        boolean headers,
        @Nullable Character delimiter,
        @Nullable Character decimalMark,
        @Nullable String datePattern,
        @Nullable String currency,
        @Nullable String unit) {

    private static final class Json {
        static final JsonMapper MAPPER =
                JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    public TableMapping {
        if (type != DocumentType.ORDER && type != DocumentType.CATALOGUE && type != DocumentType.INVENTORY_REPORT) {
            throw new IllegalArgumentException(type + " is not read from tables");
        }
        columns = Map.copyOf(columns);
    }

    public String toJson() {
        return Json.MAPPER.writeValueAsString(this);
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static TableMapping ofJson(String json) {
        try {
            return Json.MAPPER.readValue(json, TableMapping.class);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }
}
