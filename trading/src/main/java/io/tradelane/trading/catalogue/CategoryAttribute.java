package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of every article of a category and of those below it.
 *
 * @param code unique from the root to the category
 * @param unit of a number, UN/ECE Recommendation 20; null: it has none
 * @param least of a number, likewise {@code most}
 * @param choices of a choice
 * @param facet whether buyers narrow their search by it
 */
public record CategoryAttribute(
        String code,
        String nameZh,
        String nameEn,
        Kind kind,
        @Nullable String unit,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<Choice> choices,
        boolean mandatory,
        boolean facet) {

    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        YES_NO
    }

    public record Choice(String code, String zh, String en) {
        public String name(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    public String name(boolean chinese) {
        return chinese ? nameZh : nameEn;
    }

    /** What is shown for a value. */
    public String shown(String value, boolean chinese) {
        return choices.stream().filter(choice -> choice.code().equals(value)).findFirst().map(choice -> choice.name(chinese)).orElse(value);
    }
}
