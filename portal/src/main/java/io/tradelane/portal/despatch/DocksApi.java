package io.tradelane.portal.despatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.despatch.DockBooking;
import io.tradelane.trading.despatch.DockBookings;
import io.tradelane.trading.despatch.DockWindow;
import io.tradelane.trading.despatch.DockWindows;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Docks in JSON; times in UTC. */
@ApiController
@Tag(name = "Docks")
class DocksApi {
    private final DockWindows windows;
    private final DockBookings bookings;
    private final PurchaseOrders orders;

    DocksApi(DockWindows windows, DockBookings bookings, PurchaseOrders orders) {
        this.windows = windows;
        this.bookings = bookings;
        this.orders = orders;
    }

    /** @param warehouse absent: the main one @param until exclusive, at most a day later @param slotMinutes 15 to 480; absent: 60 */
    record OpeningRequest(@Nullable UUID warehouse, @Nullable String dock, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until, @Nullable Integer slotMinutes) {}

    /** @param from the beginning of a free slot of the window */
    record BookingRequest(@Nullable UUID requestId, @Nullable UUID window, @Nullable OffsetDateTime from, @Nullable String carrier, @Nullable String vehicle, @Nullable Integer packages) {}

    record CancellationRequest(@Nullable String reason) {}

    @Operation(summary = "When docks are open: one's own, or those of a buyer that one has an order of")
    @GetMapping("/api/v1/dock-windows")
    Listing<DockWindow> windows(@RequestParam(required = false) @Nullable UUID buyer) {
        return new Listing<>(windows.of(buyer == null ? own() : buyer), null);
    }

    @Operation(summary = "Opens a dock of one's own for a time")
    @PostMapping("/api/v1/dock-windows")
    @ResponseStatus(HttpStatus.CREATED)
    Listing<DockWindow> open(@RequestBody OpeningRequest said) {
        Commands.require(windows.open(own(), new DockWindows.Opening(said.warehouse, said.dock == null ? "" : said.dock, instant(said.from), instant(said.until),
                said.slotMinutes == null ? 60 : said.slotMinutes)));
        return new Listing<>(windows.of(own()), null);
    }

    @Operation(summary = "Nothing more is booked in it; what is booked stands")
    @PostMapping("/api/v1/dock-windows/{id}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id) {
        Commands.require(windows.close(own(), id));
    }

    @Operation(summary = "Free slots at the docks of the order's buyer")
    @GetMapping("/api/v1/purchase-orders/{id}/dock-slots")
    Listing<DockWindow.Slot> slots(@PathVariable UUID id) {
        NotFound.orElse404(orders.find(id));
        return new Listing<>(bookings.free(id), null);
    }

    @Operation(summary = "Books a slot for what is to be delivered on the order; for its supplier. 422 slot-taken: somebody else was quicker")
    @PostMapping("/api/v1/purchase-orders/{id}/dock-bookings")
    @ResponseStatus(HttpStatus.CREATED)
    DockBooking book(@PathVariable UUID id, @RequestBody BookingRequest said) {
        NotFound.orElse404(orders.find(id));
        if (said.window == null || said.from == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", said.window == null ? "window" : "from", "code", "required")));
        }
        CommandResult result = bookings.book(new DockBookings.Booking(said.requestId == null ? Ids.next() : said.requestId, id, said.window, said.from.toInstant(),
                said.carrier, said.vehicle, said.packages));
        Commands.require(result);
        return booking(result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id());
    }

    @Operation(summary = "Booked slots of either side that are to come, and those of the last day")
    @GetMapping("/api/v1/dock-bookings")
    Listing<DockBooking> bookings() {
        return new Listing<>(bookings.list(), null);
    }

    @Operation(summary = "A booked slot")
    @GetMapping("/api/v1/dock-bookings/{id}")
    DockBooking booking(@PathVariable UUID id) {
        return NotFound.orElse404(bookings.find(id));
    }

    @Operation(summary = "Gives a slot back; the buyer says why")
    @PostMapping("/api/v1/dock-bookings/{id}/cancellation")
    DockBooking cancel(@PathVariable UUID id, @RequestBody(required = false) @Nullable CancellationRequest said) {
        Commands.require(bookings.cancel(id, said == null || said.reason == null || said.reason.isBlank() ? null : said.reason.strip()));
        return booking(id);
    }

    private static UUID own() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
