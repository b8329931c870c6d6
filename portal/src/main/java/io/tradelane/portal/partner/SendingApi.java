package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Problem;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.traffic.Breaker;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.exchange.traffic.Hold;
import io.tradelane.trading.partner.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** How a channel that sends fares, in JSON. */
@ApiController
@Tag(name = "Channels")
class SendingApi {
    private final Sending sending;
    private final Breakers breakers;

    SendingApi(Sending sending, Breakers breakers) {
        this.sending = sending;
        this.breakers = breakers;
    }

    /**
     * @param state of the channel's breaker: CLOSED, documents go; OPEN, the partner did not answer several times in a row; STOPPED by a person
     * @param failures in a row
     * @param probeAt when the next try is, while OPEN
     * @param hold what holds up documents now; absent: nothing
     * @param waiting how many wait @param first those in front
     */
    record SendingResource(
            Breaker.State state, int failures, @Nullable Instant since, @Nullable Instant probeAt, @Nullable String reason, @Nullable Hold hold,
            long waiting, @Nullable Instant oldestWaiting, List<WaitingResource> first) {

        static SendingResource of(Sending.View view) {
            Breaker breaker = view.breaker();
            var queue = view.queue();
            return new SendingResource(
                    breaker == null ? Breaker.State.CLOSED : breaker.state(), breaker == null ? 0 : breaker.failures(),
                    breaker == null ? null : breaker.since(), breaker == null ? null : breaker.probeAt(), breaker == null ? null : breaker.reason(),
                    view.hold(), queue == null ? 0 : queue.entries(), queue == null ? null : queue.oldest(),
                    view.first().stream().map(item -> WaitingResource.of(item, view.hold())).toList());
        }
    }

    /** @param status HELD while something holds up the channel, else QUEUED */
    record WaitingResource(UUID id, String type, String number, String status, int attempts, Instant createdAt) {

        static WaitingResource of(OutboxItem item, @Nullable Hold hold) {
            return new WaitingResource(item.id(), item.type().name(), item.document().number(), hold == null ? "QUEUED" : "HELD", item.attempts(),
                    item.createdAt());
        }
    }

    /** @param state CLOSED or STOPPED @param reason shown with it */
    record SetRequest(Breaker.@Nullable State state, @Nullable String reason) {}

    @Operation(summary = "How a channel that sends fares, and what waits")
    @GetMapping("/api/v1/channels/{id}/sending")
    SendingResource show(@PathVariable UUID id) {
        return SendingResource.of(sending.of(sending.own(id)));
    }

    @Operation(summary = "Hold what goes over the channel (STOPPED), or let it go at once (CLOSED)")
    @PutMapping("/api/v1/channels/{id}/sending")
    SendingResource set(@PathVariable UUID id, @RequestBody SetRequest wanted) {
        Channel channel = sending.own(id);
        if (wanted.state == null || wanted.state == Breaker.State.OPEN) {
            throw wrong("/state", wanted.state == null ? "required" : "not-by-hand");
        }
        if (wanted.reason != null && wanted.reason.length() > SendingPages.LONGEST_REASON) {
            throw wrong("/reason", "too-long");
        }
        if (wanted.state == Breaker.State.STOPPED) {
            breakers.stop(channel, wanted.reason);
        } else {
            breakers.close(channel);
        }
        return show(id);
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Nothing was changed.", List.of(Map.of("pointer", pointer, "code", code)));
    }
}
