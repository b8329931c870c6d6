package io.tradelane.trading.exchange;

import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner answers to something we sent.
 *
 * @param kind {@code CONTRL}, {@code TA1}, {@code 997}, {@code 999}, {@code APERAK}, {@code 824}, {@code MLR}, {@code MLS}, {@code ALEAUD}
 * @param application whether the partner's application says it, which has understood the document, not its reader of the syntax
 * @param from the partner who answers
 * @param controlReference of the interchange answered (UCI 0020, TA101) or its functional group (AK102); null if a message is named
 * @param sentFrom our address in the interchange answered; null or blank where the answer does not repeat it
 * @param messageReference of the message answered (RFF+ACW, OTI09; the id that a message level response names); null or blank for
 *     the whole interchange
 * @param documentNumber of the document answered, when named
 * @param duplicate whether it says that what it answers had come before
 * @param parts what it says about single messages
 * @param errors what is wrong: the standard's codes with their meaning and place
 * @param message the inbound message that carries the answer
 */
public record PartnerAnswer(
        String kind,
        boolean application,
        UUID from,
        @Nullable String controlReference,
        @Nullable String sentFrom,
        @Nullable String messageReference,
        @Nullable String documentNumber,
        Action action,
        boolean duplicate,
        List<Part> parts,
        Texts errors,
        UUID message) {

    /** About one message or set. @param reference UNH 0062, ST02 */
    public record Part(String reference, Action action, Texts errors) {}

    /** In both languages; empty when nothing is said. */
    public record Texts(String english, String chinese) {
        public static final Texts NONE = new Texts("", "");
    }

    /** How it names what it answers, for a person. */
    String reference() {
        boolean whole = controlReference != null && !controlReference.isBlank();
        return String.valueOf(whole ? controlReference : messageReference == null || messageReference.isBlank() ? documentNumber : messageReference);
    }
}
