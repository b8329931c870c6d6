package io.tradelane.portal.incident;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import io.tradelane.portal.exchange.RawText;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.exchange.DocumentJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is otherwise in a corrected copy: segments or lines of its text, and fields of the documents read from it. */
record Differences(List<TextChange> text, List<FieldChange> fields) {
    private static final int MOST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param number of the segment or line, from 1: in the original, or for an added one in the copy
     * @param before null: added
     * @param after null: taken out
     */
    record TextChange(int number, @Nullable String before, @Nullable String after) {}

    /** @param path {@code lines[10].quantity.value}, with the document's place in front where there are several */
    record FieldChange(String path, @Nullable String before, @Nullable String after) {}

    static Differences between(Reading.Read original, Reading.Read corrected) {
        return new Differences(text(texts(original), texts(corrected)), fields(original.documents(), corrected.documents()));
    }

    public boolean none() {
        return text.isEmpty() && fields.isEmpty();
    }

    private static List<String> texts(Reading.Read read) {
        return read.lines().stream().map(line -> line.tag() + line.text()).toList();
    }

    private static List<TextChange> text(List<String> before, List<String> after) {
        List<TextChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            List<String> old = delta.getSource().getLines();
            List<String> now = delta.getTarget().getLines();
            int from = delta.getType() == DeltaType.INSERT ? delta.getTarget().getPosition() : delta.getSource().getPosition();
            for (int i = 0; i < Math.max(old.size(), now.size()) && changes.size() < MOST; i++) {
                changes.add(new TextChange(from + i + 1, i < old.size() ? old.get(i) : null, i < now.size() ? now.get(i) : null));
            }
        }
        return changes;
    }

    private static List<FieldChange> fields(List<BusinessDocument> before, List<BusinessDocument> after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .limit(MOST)
                .map(path -> new FieldChange(path, old.get(path), now.get(path)))
                .toList();
    }

    private static Map<String, String> flat(List<BusinessDocument> documents) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            String prefix = documents.size() == 1 ? "" : "#" + (i + 1) + " ";
            flat(prefix, JSON.readTree(DocumentJson.write(documents.get(i))).path("document"), fields);
        }
        return fields;
    }

    private static void flat(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            String dot = path.isEmpty() || path.endsWith(" ") ? path : path + ".";
            node.properties().forEach(field -> flat(dot + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode each : node) {
                index++;
                JsonNode number = each.path("number");
                flat(path + "[" + (number.isString() ? number.asString() : Integer.toString(index)) + "]", each, fields);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            fields.put(path, node.asString());
        }
    }
}
