package io.tradelane.mappings.cli;

import io.tradelane.mappings.syntax.Finding;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line for each file. */
final class JsonLines implements FileReport {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintStream out;
    private final Locale locale;

    JsonLines(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    @Override
    public void file(FileCollector file) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("file", file.file().toString());
        line.put("format", file.format().name());
        line.put("version", file.type() == null || file.type().version().isEmpty() ? null : file.type().version());
        line.put("type", file.type() == null || file.type().name().isEmpty() ? null : file.type().name());
        line.put("valid", file.valid());
        line.put("messages", file.messages());
        line.put("errors", findings(file.findings(), true, locale));
        line.put("warnings", findings(file.findings(), false, locale));
        out.println(mapper.writeValueAsString(line));
    }

    static List<Map<String, @Nullable Object>> findings(List<Finding> findings, boolean errors, Locale locale) {
        return findings.stream().filter(finding -> finding.isError() == errors).map(finding -> finding(finding, locale)).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding, Locale locale) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("code", finding.code().name());
        object.put("standardCode", finding.code().standardCode());
        object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        object.put("line", Math.max(1, finding.position().line()));
        object.put("column", Math.max(1, finding.position().column()));
        object.put("segment", finding.position().segment());
        object.put("segmentPosition", orNull(finding.position().segmentPosition()));
        object.put("element", orNull(finding.position().element()));
        object.put("component", orNull(finding.position().component()));
        object.put("path", finding.path());
        object.put("value", finding.value());
        object.put("expected", finding.expected());
        object.put("message", finding.message(locale) + " " + finding.fix(locale));
        return object;
    }

    private static @Nullable Integer orNull(int position) {
        return position == 0 ? null : position;
    }

    @Override
    public void finish() {}
}
