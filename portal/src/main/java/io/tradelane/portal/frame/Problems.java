package io.tradelane.portal.frame;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form: the text to show by the id of the field it belongs to, in the order of the form. */
public final class Problems {
    private final Map<String, String> texts = new LinkedHashMap<>();

    public void add(String field, String text) {
        texts.putIfAbsent(field, text);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    public Map<String, String> texts() {
        return texts;
    }
}
