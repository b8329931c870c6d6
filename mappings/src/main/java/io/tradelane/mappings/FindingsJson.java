package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Findings as they are stored beside a message: every place, and in both languages what is wrong and what to do about it. */
public final class FindingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FindingsJson() {}

    /** {@code [{"severity","code","standardCode","line","column","offset","segment",…,"en","zh","fix.en","fix.zh"}]}. */
    public static String write(List<Finding> findings) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("severity", finding.severity().name());
            fields.put("code", finding.code().name());
            fields.put("standardCode", finding.code().standardCode());
            fields.put("line", finding.position().line());
            fields.put("column", finding.position().column());
            fields.put("offset", finding.position().offset());
            put(fields, "segment", finding.position().segment());
            fields.put("segmentPosition", finding.position().segmentPosition());
            fields.put("element", finding.position().element());
            fields.put("component", finding.position().component());
            put(fields, "value", finding.value());
            put(fields, "expected", finding.expected());
            fields.put("en", finding.message(Locale.ENGLISH));
            fields.put("zh", finding.message(Locale.SIMPLIFIED_CHINESE));
            fields.put("fix.en", finding.fix(Locale.ENGLISH));
            fields.put("fix.zh", finding.fix(Locale.SIMPLIFIED_CHINESE));
            list.add(fields);
        }
        return MAPPER.writeValueAsString(list);
    }

    /** {@code Line 3, column 1, BGM: }. */
    public static String place(Finding finding, Locale locale) {
        var position = finding.position();
        boolean chinese = locale.getLanguage().equals("zh");
        return (chinese ? "第 %d 行第 %d 列%s：" : "Line %d, column %d%s: ").formatted(
                position.line(), position.column(), position.segment() == null ? "" : (chinese ? "，" : ", ") + position.segment());
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
