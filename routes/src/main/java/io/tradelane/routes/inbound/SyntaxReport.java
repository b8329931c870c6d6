package io.tradelane.routes.inbound;

import io.tradelane.mappings.FindingsJson;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.exchange.InterchangeFacts;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gathers what the reader says about one interchange: the rows to store and what to tell the sender. */
final class SyntaxReport {
    private static final Set<Format> ANSWERED = EnumSet.of(Format.EDIFACT, Format.X12, Format.IDOC);
    private static final Set<String> SYNTAX_ACKNOWLEDGEMENTS = Set.of("CONTRL", "TA1", "997", "999", "ALEAUD", "STATUS");
    private static final Set<String> APPLICATION_ACKNOWLEDGEMENTS = Set.of("APERAK", "824", "StatusUpdateRequest");
    /** In the customization of an ApplicationResponse; others, such as the invoice response, are documents. */
    private static final Pattern MESSAGE_RESPONSE = Pattern.compile(":ml[rs]\\b");

    private final List<MessageRow> rows = new ArrayList<>();
    private final List<MessageResult> results = new ArrayList<>();
    private final Function<MessageResult, @Nullable UUID> counterparty;
    private @Nullable Finding first;
    private int errors;

    /** @param counterparty who the other business party of a message is, when it names one */
    SyntaxReport(Function<MessageResult, @Nullable UUID> counterparty) {
        this.counterparty = counterparty;
    }

    void add(MessageResult read) {
        MessageResult message = OwnCurrencies.asWarnings(read);
        count(message.findings());
        BusinessDocument document = message.document();
        boolean usable = message.valid() && document != null;
        rows.add(new MessageRow(
                Ids.next(),
                message.index(),
                message.reference(),
                message.type().name(),
                message.type().version(),
                message.type().association(),
                document,
                document == null ? List.of() : BusinessKeys.of(document),
                counterparty.apply(message),
                status(message, usable),
                FindingsJson.write(message.findings()),
                message.byteStart(),
                message.byteEnd()));
        results.add(message.valid() ? withoutDocument(message) : message);
    }

    /** A test (UNB 0035) is read and answered, and never reaches the books. */
    private static MessageStatus status(MessageResult message, boolean usable) {
        return !usable ? MessageStatus.REJECTED : message.header().test() ? MessageStatus.NO_EFFECT : MessageStatus.RECEIVED;
    }

    private static MessageResult withoutDocument(MessageResult message) {
        return new MessageResult(
                message.header(), message.reference(), message.type(), message.index(), message.byteStart(), message.byteEnd(),
                null, message.findings(), message.group());
    }

    /** All was read: the facts of the envelope. */
    InterchangeFacts facts(InterchangeResult result) {
        count(result.findings());
        var header = result.header();
        return new InterchangeFacts(
                result.format().name(),
                header == null ? null : header.syntaxIdentifier() + ":" + header.syntaxVersion(),
                header == null ? null : header.sender().id(),
                header == null ? null : header.sender().qualifier(),
                header == null ? null : header.recipient().id(),
                header == null ? null : header.recipient().qualifier(),
                header == null ? null : header.controlReference(),
                header != null && header.test(),
                header != null && header.acknowledgementRequested(),
                result.rejected(),
                FindingsJson.write(result.findings()));
    }

    List<MessageRow> rows() {
        return rows;
    }

    List<MessageResult> results() {
        return results;
    }

    /**
     * EDIFACT is answered with CONTRL, X12 with TA1, 997 or 999; these never are, or two hubs would thank each other for ever
     * (ISO 9735-4, section 4).
     */
    boolean wantsAcknowledgement(InterchangeResult result) {
        return ANSWERED.contains(result.format())
                && result.header() != null
                && (rows.isEmpty() || rows.stream().anyMatch(row -> !SYNTAX_ACKNOWLEDGEMENTS.contains(row.type())));
    }

    /** Places in {@link #rows} and {@link #results} of messages that cannot be used and are no acknowledgements themselves. */
    List<Integer> refused() {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).status() == MessageStatus.REJECTED && !isAcknowledgement(rows.get(i))).boxed().toList();
    }

    private static boolean isAcknowledgement(MessageRow row) {
        boolean response = row.association() != null && MESSAGE_RESPONSE.matcher(row.association()).find();
        return response || SYNTAX_ACKNOWLEDGEMENTS.contains(row.type()) || APPLICATION_ACKNOWLEDGEMENTS.contains(row.type());
    }

    int errors() {
        return errors;
    }

    /** The first error as a sentence, with its place. */
    Optional<String> firstError(Locale locale) {
        return Optional.ofNullable(first).map(finding -> FindingsJson.place(finding, locale) + finding.message(locale));
    }

    private void count(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.isError()) {
                errors++;
                first = first == null ? finding : first;
            }
        }
    }
}
