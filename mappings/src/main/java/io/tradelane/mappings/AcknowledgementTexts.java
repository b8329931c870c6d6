package io.tradelane.mappings;

import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a CONTRL, TA1, 997 or 999 says, for a person: the standard's code, its meaning and the place, in Chinese ({@code zh}) or
 * English. The code lists are UN/EDIFACT data element 0085 and X12 data elements 618 (TA1), 716 (groups), 718 (sets), 720 (segments)
 * and 723 (elements).
 */
public final class AcknowledgementTexts {
    private static final String BUNDLE = "io.tradelane.mappings.AcknowledgementCodes";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** More is read in the acknowledgement itself. */
    private static final int MOST = 20;

    private final ResourceBundle texts;
    private final boolean x12;

    private AcknowledgementTexts(boolean x12, Locale locale) {
        this.x12 = x12;
        this.texts = ResourceBundle.getBundle(BUNDLE, "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT, NO_FALLBACK);
    }

    /** All errors in it, one sentence each; empty when it has none. */
    public static String errors(SyntaxAcknowledgementDocument acknowledgement, Locale locale) {
        AcknowledgementTexts texts = new AcknowledgementTexts(isX12(acknowledgement), locale);
        List<String> all = new ArrayList<>();
        if (acknowledgement.error() != null) {
            all.add(texts.sentence(acknowledgement.error(), texts.x12 ? "interchange" : "edifact"));
        }
        if (acknowledgement.group() != null) {
            acknowledgement.group().errors().forEach(code -> all.add(texts.meaning(code, "group")));
        }
        acknowledgement.messages().forEach(message -> all.addAll(texts.of(message)));
        return joined(all);
    }

    /** The errors in its answer to one message. */
    public static String errors(SyntaxAcknowledgementDocument acknowledgement, Message message, Locale locale) {
        return joined(new AcknowledgementTexts(isX12(acknowledgement), locale).of(message));
    }

    /** Whether it answers X12: a functional group, or an interchange as a whole. */
    public static boolean isX12(SyntaxAcknowledgementDocument acknowledgement) {
        return acknowledgement.group() != null || acknowledgement.preparedAt() != null;
    }

    private static String joined(List<String> sentences) {
        return String.join("; ", sentences.subList(0, Math.min(MOST, sentences.size()))) + (sentences.size() > MOST ? "; …" : "");
    }

    private List<String> of(Message message) {
        String name = message.identifier().split(":", 2)[0] + " " + message.reference() + ": ";
        return message.errors().stream().map(error -> name + sentence(error, level(error))).toList();
    }

    private String level(SyntaxError error) {
        return !x12 ? "edifact" : error.element() != null ? "element" : error.segmentPosition() != null ? "segment" : "set";
    }

    private String sentence(SyntaxError error, String level) {
        String place = place(error);
        return meaning(error.code(), level) + (place.isEmpty() ? "" : " (" + place + ")");
    }

    private String meaning(String code, String level) {
        try {
            return code + " " + texts.getString(level + "." + code);
        } catch (MissingResourceException unknown) {
            return code;
        }
    }

    private String place(SyntaxError error) {
        List<String> parts = new ArrayList<>();
        if (error.segment() != null) {
            parts.add(error.segment());
        }
        add(parts, "place.segment", error.segmentPosition());
        add(parts, "place.element", error.element());
        add(parts, "place.component", error.component());
        if (error.value() != null && !error.value().isEmpty()) {
            parts.add("“" + error.value() + "”");
        }
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String key, @Nullable Integer position) {
        if (position != null) {
            parts.add(texts.getString(key) + " " + position);
        }
    }
}
