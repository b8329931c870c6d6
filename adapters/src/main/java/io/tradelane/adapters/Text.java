package io.tradelane.adapters;

import java.util.Locale;

/** A short text in both languages of the portal. */
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
