package io.tradelane.portal.frame;

import io.tradelane.trading.order.Company;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for what the engine names by code, in templates {@code #words}. */
@Component("words")
public class Words implements Vocabulary {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The word of a state or of any other constant: key {@code InvoiceStatus.PAID}. */
    public String of(Enum<?> constant) {
        return text(key(constant));
    }

    /** The tone of a state's pill. */
    public String tone(Enum<?> state) {
        return Tones.of(state).word();
    }

    /** The tone of a state known by name only. */
    public String toneOf(@Nullable String state) {
        return Tones.of(state).word();
    }

    public String text(String key, @Nullable Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** For a code whose set of values is open: its text if the bundles have one, else {@code otherwise}. */
    public String textOr(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    /** A text with arguments by name: {@code {number}}. */
    public String named(String key, Map<String, String> args) {
        String text = textOr(key, key);
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }

    /** A company in the reader's script. */
    public String name(@Nullable Company company) {
        return company == null ? "–" : name(company.name(), company.nameLocal());
    }

    public String name(String name, @Nullable String localName) {
        return localName != null && Language.isChinese(LocaleContextHolder.getLocale()) ? localName : name;
    }

    public boolean chinese() {
        return Language.isChinese(LocaleContextHolder.getLocale());
    }

    /** {@code InvoiceStatus.PAID}; of a nested constant {@code OrderStatus.Payment.PAID}. */
    static String key(Enum<?> constant) {
        Class<?> owner = constant.getDeclaringClass();
        String outer = owner.getEnclosingClass() == null ? "" : owner.getEnclosingClass().getSimpleName() + ".";
        return outer + owner.getSimpleName() + "." + constant.name();
    }
}
