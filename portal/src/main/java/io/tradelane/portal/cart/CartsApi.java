package io.tradelane.portal.cart;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.cart.Added;
import io.tradelane.trading.cart.Cart;
import io.tradelane.trading.cart.CartForm;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.cart.Carts.LineChange;
import io.tradelane.trading.cart.Carts.Submitted;
import io.tradelane.trading.cart.ShipTo;
import io.tradelane.trading.cart.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Carts in JSON: the same commands as on the pages. A key has carts of its own. */
@ApiController
@Tag(name = "Carts")
class CartsApi {
    private final Carts carts;
    private final Approvals approvals;

    CartsApi(Carts carts, Approvals approvals) {
        this.carts = carts;
        this.approvals = approvals;
    }

    /** @param approvals what was asked for it, newest first */
    record CartResource(@JsonUnwrapped Cart cart, List<ApprovalRequest> approvals) {}

    record Rows(@Nullable List<Wanted> rows) {}

    /** @param form absent: as it is @param lines those to change; quantity 0 takes one out */
    record Change(@Nullable Header form, @Nullable List<LineChange> lines) {}

    record Header(@Nullable String number, @Nullable LocalDate requestedDelivery, @Nullable ShipTo shipTo, @Nullable String costCentre, @Nullable String note) {
        CartForm form() {
            return new CartForm(number, requestedDelivery, shipTo == null ? new ShipTo(null, null, null, null, null, null) : shipTo, costCentre, note);
        }
    }

    /** @param total the net total that was agreed to; absent: whatever it is today */
    record Submission(@Nullable BigDecimal total) {}

    @Operation(summary = "Carts of the caller's company, newest first; state is open, waiting, returned, ordered or discarded")
    @GetMapping("/api/v1/carts")
    Listing<Cart> list(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        CartState chosen = Listing.filter(CartState.class, "state", state);
        List<Cart> page = carts.list(chosen == null ? Arrays.asList(CartState.values()) : List.of(chosen), false, cursor, Listing.size(limit) + 1);
        boolean more = page.size() > Listing.size(limit);
        return new Listing<>(more ? page.subList(0, page.size() - 1) : page, more ? page.get(page.size() - 2).id().toString() : null);
    }

    @Operation(summary = "A cart: lines at the prices of today with their source, as submitted once it is, and its approvals")
    @GetMapping("/api/v1/carts/{id}")
    ResponseEntity<CartResource> cart(@PathVariable UUID id) {
        Cart cart = NotFound.orElse404(carts.find(id));
        return Versions.tagged(cart.version(), new CartResource(cart, approvals.of(id)));
    }

    @Operation(summary = "Adds articles by the supplier's number, the buyer's or a GTIN to the caller's carts, one for each supplier; all rows or none")
    @PostMapping("/api/v1/carts/lines")
    Added.Done add(@RequestBody Rows rows) {
        return done(carts.add(rows.rows() == null ? List.of() : rows.rows()));
    }

    @Operation(summary = "What was ordered once into the cart again, at the prices of today")
    @PostMapping("/api/v1/purchase-orders/{id}/repeat")
    Added.Done repeat(@PathVariable UUID id) {
        return done(NotFound.orElse404(carts.repeat(id)));
    }

    private static Added.Done done(Added added) {
        if (added instanceof Added.Done done) {
            return done;
        }
        Added.Invalid invalid = (Added.Invalid) added;
        List<Map<String, String>> fields = new ArrayList<>(invalid.problems().stream().map(problem -> Map.of("pointer", problem.field(), "code", problem.code())).toList());
        invalid.choices().forEach(choice -> fields.add(Map.of("pointer", "rows[" + choice.row() + "].article", "code", "choice", "article", choice.article().toString(), "supplier", choice.supplier())));
        throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Nothing was added; see errors.", fields);
    }

    @Operation(summary = "Changes header and lines; needs If-Match")
    @PutMapping("/api/v1/carts/{id}")
    ResponseEntity<CartResource> change(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Change change) {
        Commands.require(carts.change(id, change.form() == null ? null : change.form().form(), change.lines() == null ? List.of() : change.lines(), Versions.expected(ifMatch)));
        return cart(id);
    }

    @Operation(summary = "Orders it: at once, or when it is approved; 409 no-eligible-approver names the rules that nobody could decide; needs If-Match")
    @PostMapping("/api/v1/carts/{id}/submission")
    ResponseEntity<CartResource> submit(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Submission submission) {
        switch (carts.submit(id, submission == null ? null : submission.total(), Versions.expected(ifMatch))) {
            case Submitted.Ordered ordered -> { }
            case Submitted.Waiting waiting -> { }
            case Submitted.NobodyCan nobody -> throw new Problem(HttpStatus.CONFLICT, "no-eligible-approver", "Nobody could approve it: " + String.join(", ", nobody.reasons()) + ".");
            case Submitted.Not not -> Commands.require(not.result());
        }
        return cart(id);
    }

    @Operation(summary = "Takes back what waits for approval; needs If-Match")
    @PostMapping("/api/v1/carts/{id}/recall")
    ResponseEntity<CartResource> recall(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Commands.require(carts.recall(id, Versions.expected(ifMatch)));
        return cart(id);
    }

    @Operation(summary = "Discards it; needs If-Match")
    @DeleteMapping("/api/v1/carts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Commands.require(carts.discard(id, Versions.expected(ifMatch)));
    }
}
