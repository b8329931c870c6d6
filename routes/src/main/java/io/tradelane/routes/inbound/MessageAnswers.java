package io.tradelane.routes.inbound;

import static io.tradelane.trading.document.ApplicationAcknowledgementDocument.ACCEPTED_BLIND;

import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.MessageResult;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.AgreedAcknowledgement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answer to one message: what its application says, as far as the partner is to have it. */
@Component
class MessageAnswers {
    private final AcknowledgementPolicies policies;
    private final ControlNumbers numbers;
    private final Senders senders;
    private final Clock clock;

    MessageAnswers(AcknowledgementPolicies policies, ControlNumbers numbers, Senders senders, Clock clock) {
        this.policies = policies;
        this.numbers = numbers;
        this.senders = senders;
        this.clock = clock;
    }

    private record Agreed(String kind, When when) {}

    /**
     * A message that is answered.
     *
     * @param format of its interchange
     * @param instance what the envelope of a single document calls it; else the message's reference
     */
    record Answered(UUID from, UUID sender, Format format, UUID interchange, UUID message, String instance, @Nullable String number) {

        /** A Standard Business Document has an identifier, which the answer to its only document names. */
        static String instance(Format format, @Nullable String envelope, String reference) {
            return format == Format.UBL && envelope != null && !envelope.isBlank() ? envelope : reference;
        }
    }

    /** What each family of formats has for it; only where it is agreed on, but for those that refuse unasked. */
    private static Optional<String> kind(Format format, String version) {
        return Optional.ofNullable(switch (format) {
            case EDIFACT -> "APERAK";
            case X12 -> "824";
            case UBL -> version.equals("MLS") ? "MLS" : "MLR";
            case CXML -> "StatusUpdateRequest";
            default -> null;
        });
    }

    private Optional<Agreed> agreed(UUID from, UUID to, Format format) {
        boolean unasked = format == Format.EDIFACT || format == Format.X12;
        AgreedAcknowledgement found = policies.between(from, to, DocumentType.APPLICATION_ACKNOWLEDGEMENT).orElse(null);
        if (found == null) {
            return unasked ? kind(format, "").map(kind -> new Agreed(kind, When.ERRORS)) : Optional.empty();
        }
        boolean same = found.format().equals(format.name());
        return kind(Format.valueOf(found.format()), found.version())
                .filter(kind -> same || unasked)
                .map(kind -> new Agreed(kind, found.policy().answer().or(unasked ? When.ERRORS : When.ALWAYS)));
    }

    /** Whether somebody agreed on answers, without which none says yes. */
    boolean mayAccept(UUID from, UUID to) {
        return policies.between(from, to, DocumentType.APPLICATION_ACKNOWLEDGEMENT).isPresent();
    }

    /** What its format's grammar allows but no document can be made of; where nothing reads the syntax by itself, whatever is wrong. */
    List<Reply> unreadable(UUID from, UUID sender, Format format, Interchange interchange, SyntaxReport report) {
        Agreed agreed = agreed(from, sender, format).filter(found -> found.when().wants(false, false)).orElse(null);
        if (agreed == null) {
            return List.of();
        }
        return report.refused().stream().flatMap(index -> {
            MessageResult message = report.results().get(index);
            return refusal(from, sender, format, message).stream().map(document -> reply(
                    agreed.kind(), document, from, sender, message.reference(), interchange.id(), report.rows().get(index).id()));
        }).toList();
    }

    private Optional<ApplicationAcknowledgementDocument> refusal(UUID from, UUID sender, Format format, MessageResult message) {
        String number = number(from, sender);
        return format == Format.EDIFACT || format == Format.X12
                ? Acknowledgements.aperak(message, number, today(), senders.parties(from, sender), Locale.ENGLISH)
                : Optional.of(Acknowledgements.response(message, number, today(), senders.parties(from, sender), Locale.ENGLISH));
    }

    /** It has what it is to have. @param reached whether it is with its recipient, not only here */
    Optional<Reply> accepted(Answered answered, boolean reached) {
        return agreed(answered.from(), answered.sender(), answered.format())
                .filter(agreed -> agreed.when().wants(true, false))
                // Only a message level response has a word for it.
                .filter(agreed -> reached || agreed.kind().startsWith("ML"))
                .map(agreed -> reply(agreed.kind(), new ApplicationAcknowledgementDocument(
                                number(answered.message()), today(), true, answered.instance(), answered.number(),
                                senders.parties(answered.from(), answered.sender()), List.of(), reached ? null : ACCEPTED_BLIND), answered));
    }

    /** What could be read and not be accepted. */
    Optional<Reply> refused(Answered answered, List<ApplicationError> errors) {
        return agreed(answered.from(), answered.sender(), answered.format())
                .filter(agreed -> agreed.when().wants(false, false))
                .map(agreed -> reply(agreed.kind(), Acknowledgements.refusal(
                        answered.instance(), answered.number(), number(answered.from(), answered.sender()),
                        today(), senders.parties(answered.from(), answered.sender()), errors), answered));
    }

    private static Reply reply(String kind, ApplicationAcknowledgementDocument document, Answered answered) {
        String about = answered.number() == null ? answered.instance() : answered.number();
        return reply(kind, document, answered.from(), answered.sender(), about, answered.interchange(), answered.message());
    }

    private static Reply reply(
            String kind, ApplicationAcknowledgementDocument document, UUID from, UUID sender, String about, UUID interchange, UUID message) {
        String errors = document.errors().stream().map(error -> error.code() + " " + error.text()).collect(Collectors.joining("; "));
        String key = (document.accepted() ? "accepted:" : "aperak:") + message;
        return new Reply(
                kind, new OutboundDocument(from, sender, document, about, interchange, message, key), message, document.accepted(),
                errors.isEmpty() ? document.responseCode() : errors);
    }

    private String number(UUID from, UUID to) {
        return "A" + numbers.next(from, to, ControlNumbers.Kind.DOCUMENT);
    }

    /** Without a row to lock. BGN02 has room for 30 characters; those in front are the same for centuries. */
    private static String number(UUID message) {
        return message.toString().replace("-", "").substring(2);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
