package io.tradelane.mappings.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms that the schemas of GS1 XML 3 demand of a value. */
public enum Gs1Form {
    GLN("\\d{13}", "n13"),
    GTIN("\\d{14}", "n14"),
    SSCC("\\d{18}", "n18"),
    GINC("[-!\"%&'()*+,./0-9:;<=>?A-Z_a-z]{4,30}", "an4..30"),
    /** Brick of the Global Product Classification. */
    GPC("\\d{8}", "n8"),
    COUNTED("0*[1-9]\\d*", "n..");

    private final Pattern pattern;
    private final String text;

    /** @param text for a person: n digits, an letters too */
    Gs1Form(String pattern, String text) {
        this.pattern = Pattern.compile(pattern);
        this.text = text;
    }

    /** @param element where it is to stand; a value of another form cannot be written there */
    public @Nullable String fitting(@Nullable String value, String element) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw XmlRefusals.value(element, value, text);
        }
        return value;
    }

    /** A GTIN of fewer digits has zeros in front of it. */
    public static @Nullable String gtin(@Nullable String gtin, String element) {
        return gtin == null ? null : GTIN.fitting("0".repeat(Math.max(0, 14 - gtin.length())) + gtin, element);
    }
}
