package io.tradelane.trading.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import changes, or would.
 *
 * @param partner whose file it is; null as long as it is not here
 * @param applied whether it is done; never with problems
 * @param differences what is otherwise than in the file, in the order of the file
 * @param problems why it cannot be imported
 * @param secrets placeholders for which no value was given; their channels are stopped
 */
public record PartnerImportReport(
        @Nullable UUID partner, boolean applied, List<Difference> differences, List<Problem> problems, List<String> secrets) {

    public enum Part {
        PARTNER,
        IDENTIFIER,
        CONTACT,
        COUNTERPARTY,
        CERTIFICATE,
        CHANNEL,
        AGREEMENT,
        CROSS_REFERENCE,
        READING
    }

    public enum Change {
        ADDED,
        CHANGED
    }

    /** @param subject which one @param details what of it, before and after */
    public record Difference(Part part, Change change, String subject, List<TermDifference> details) {}

    /** @param pointer RFC 6901 @param code a key for the text */
    public record Problem(String pointer, String code, String value) {}
}
