package io.tradelane.portal.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.incident.Obligation;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The life of a deal, in JSON. */
@ApiController
@Tag(name = "Exchange")
class DealsApi {
    private final LifeLine lives;

    DealsApi(LifeLine lives) {
        this.lives = lives;
    }

    record Waiting(String kind, UUID debtor, UUID creditor, String number, Instant dueAt, @Nullable Instant overdueAt) {}

    record Answer(String kind, boolean accepted, @Nullable String detail, Instant at) {}

    /** @param sha256 of the bytes as they travelled */
    record Document(
            String type, @Nullable String number, String direction, String status, String door, @Nullable String message, @Nullable String interchange,
            @Nullable Long size, @Nullable String sha256, int findings, @Nullable String verdict, @Nullable Instant decidedAt, List<Answer> answers) {}

    record Moment(Instant at, @Nullable Document document, @Nullable TimelineResource event) {}

    record DealResource(String number, List<Waiting> waiting, List<Moment> moments) {}

    @Operation(summary = "Everything about a deal, oldest first, and what is waited for: by the number of its order or of another document of it")
    @GetMapping("/api/v1/deals/{number}")
    DealResource deal(@PathVariable String number) {
        LifeLine.Life life = lives.of(number);
        if (life.isEmpty()) {
            throw new NotFound();
        }
        return new DealResource(life.key(), life.open().stream().map(DealsApi::waiting).toList(), life.moments().stream()
                .map(moment -> new Moment(moment.at(), moment.hop() == null ? null : document(moment.hop()),
                        moment.entry() == null ? null : TimelineResource.of(moment.entry()))).toList());
    }

    private static Waiting waiting(Obligation one) {
        return new Waiting(one.kind().name(), one.debtor(), one.creditor(), one.number(), one.dueAt(), one.overdueAt());
    }

    private static Document document(LifeLine.Hop hop) {
        Interchange carrier = hop.interchange();
        var message = hop.message();
        return new Document(hop.hit().type(), hop.hit().documentNumber(), hop.hit().direction().name(), hop.hit().status(), hop.hit().door(),
                hop.hit().message() == null ? null : "/api/v1/messages/" + hop.hit().message(), carrier == null ? null : "/api/v1/interchanges/" + carrier.id(),
                carrier == null ? null : carrier.size(), carrier == null ? null : HexFormat.of().formatHex(carrier.sha256()), hop.findings(),
                message == null || message.verdict() == null ? null : message.verdict().key(), message == null ? null : message.decidedAt(),
                hop.answers().stream().map(answer -> new Answer(answer.kind(), answer.accepted(), answer.detail(), answer.at())).toList());
    }
}
