package io.tradelane.portal.onboarding;

import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.portal.onboarding.SampleFiles.Sample;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeFilter;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Onboarding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The acknowledgement (CONTRL, 997, 999) that the partner's system would send of the oldest document that waits for one. */
@Component
class AcknowledgementFiles {
    private static final Set<InterchangeStatus> WAITING = Set.of(InterchangeStatus.SENT, InterchangeStatus.DELIVERED);
    private static final int MOST = 50;
    private final Translator translator = Translator.standard();
    private final Interchanges interchanges;
    private final Clock clock;

    AcknowledgementFiles(Interchanges interchanges, Clock clock) {
        this.interchanges = interchanges;
        this.clock = clock;
    }

    Optional<Interchange> waiting(Onboarding onboarding) {
        return interchanges.list(new InterchangeFilter(Direction.OUTBOUND, WAITING, onboarding.twin()), null, MOST).items().stream()
                .filter(Interchange::acknowledgementRequested)
                .filter(one -> interchanges.messages(one.id(), -1, 1).stream().map(Message::documentType).noneMatch(DocumentType.SYNTAX_ACKNOWLEDGEMENT::equals))
                .reduce((newer, older) -> older);
    }

    Optional<Sample> sample(Onboarding onboarding, String reference) {
        return waiting(onboarding).flatMap(one -> {
            List<MessageResult> messages = new ArrayList<>();
            InterchangeResult result = read(one, messages);
            LocalDate today = LocalDate.now(clock);
            Optional<? extends BusinessDocument> said = switch (result.format()) {
                case EDIFACT -> Acknowledgements.contrl(result, messages, reference, today);
                case X12 -> Acknowledgements.x12(result, messages, false, reference, today).stream().filter(document -> document.group() != null).findFirst();
                default -> Optional.<SyntaxAcknowledgementDocument>empty();
            };
            String version = interchanges.messages(one.id(), -1, 1).getFirst().version();
            Target target = new Target(result.format(), version);
            return said.map(document -> new Sample("acknowledgement_" + one.controlReference() + "." + target.ending(), target.mediaType(), translator.write(List.of(document), target,
                    new Envelope(new PartyAddress(Objects.requireNonNull(one.recipientId()), one.recipientQualifier()),
                            new PartyAddress(Objects.requireNonNull(one.senderId()), one.senderQualifier()), reference, clock.instant(), "1", true, false,
                            result.format() == Format.EDIFACT ? "ISO-8859-1" : "UTF-8"))));
        });
    }

    private InterchangeResult read(Interchange interchange, List<MessageResult> messages) {
        try (InputStream bytes = interchanges.bytes(interchange.id())) {
            return translator.read(bytes, ReadOptions.defaults(), messages::add);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
