package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.ControlNumbers.Kind;
import io.tradelane.trading.exchange.ControlNumbers.Range;
import io.tradelane.trading.exchange.ControlSequences;
import io.tradelane.trading.exchange.ControlSequences.Watch;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Control numbers in JSON. */
@ApiController
@Tag(name = "Control numbers")
class ControlNumbersApi {
    private final ControlNumbers numbers;
    private final ControlSequences sequences;
    private final Organisations organisations;

    ControlNumbersApi(ControlNumbers numbers, ControlSequences sequences, Organisations organisations) {
        this.numbers = numbers;
        this.sequences = sequences;
        this.organisations = organisations;
    }

    /** @param next given next */
    record RangeResource(UUID from, UUID to, String kind, long first, long highest, long next) {
        static RangeResource of(Range range) {
            return new RangeResource(range.from(), range.to(), range.kind(), range.first(), range.highest(), range.next());
        }
    }

    /** @param sent the numbers that are given, in either direction @param received the numbers of the partner that are watched, with what is missing */
    record ControlNumbersResource(List<RangeResource> sent, List<Watch> received) {}

    record ResetRequest(
            @Nullable UUID from, @Nullable UUID to, @Nullable Kind kind, @Nullable Long first, @Nullable Long highest, @Nullable Long next, @Nullable String reason) {}

    /** @param next with which number the partner goes on; absent: after the highest that has come */
    record Settlement(@Nullable Long next, @Nullable String reason) {}

    @Operation(summary = "The control numbers that go to a partner, and those that come from it, with gaps")
    @GetMapping("/api/v1/partners/{id}/control-numbers")
    ControlNumbersResource show(@PathVariable UUID id) {
        Caller caller = Caller.current();
        NotFound.orElse404(organisations.find(id).filter(found -> caller.isOperator() || caller.isSelf(id)));
        return new ControlNumbersResource(numbers.ranges(id).stream().map(RangeResource::of).toList(), sequences.list(id));
    }

    @Operation(summary = "Set range and next number of what is sent; who did it and why is kept")
    @PutMapping("/api/v1/partners/{id}/control-numbers")
    ControlNumbersResource reset(@PathVariable UUID id, @RequestBody ResetRequest wanted) {
        NotFound.orElse404(organisations.find(id));
        if (wanted.from == null || wanted.to == null || wanted.kind == null || wanted.next == null || wanted.reason == null || wanted.reason.isBlank()
                || !wanted.from.equals(id) && !wanted.to.equals(id)) {
            throw wrong("", "required");
        }
        try {
            numbers.reset(wanted.from, wanted.to, wanted.kind, wanted.first == null ? 1 : wanted.first, wanted.highest == null ? 999_999_999 : wanted.highest,
                    wanted.next, wanted.reason.strip());
        } catch (IllegalArgumentException outOfRange) {
            throw wrong("/next", "out-of-range");
        }
        return show(id);
    }

    @Operation(summary = "What is missing will not come: close the gaps and let pass what waits for them")
    @PostMapping("/api/v1/partners/{id}/control-numbers/{watch}/settlement")
    ControlNumbersResource settle(@PathVariable UUID id, @PathVariable UUID watch, @RequestBody Settlement wanted) {
        if (wanted.reason == null || wanted.reason.isBlank()) {
            throw wrong("/reason", "required");
        }
        if (!sequences.settle(id, watch, wanted.next, wanted.reason.strip())) {
            throw new NotFound();
        }
        return show(id);
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", pointer, "code", code)));
    }
}
