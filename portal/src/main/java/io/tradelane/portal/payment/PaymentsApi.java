package io.tradelane.portal.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.trading.payment.PaymentTask;
import io.tradelane.trading.payment.InstructedPayment;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.Payments;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments that wait for a clerk, in JSON. */
@ApiController
@Tag(name = "Payments")
class PaymentsApi {
    private final Payments payments;
    private final PaymentInstructions instructions;

    PaymentsApi(Payments payments, PaymentInstructions instructions) {
        this.payments = payments;
        this.instructions = instructions;
    }

    @Operation(summary = "Payments that fit no open item; the newest 200")
    @GetMapping("/api/v1/payment-tasks")
    Listing<PaymentTask> tasks(@RequestParam(defaultValue = "") String status) {
        return new Listing<>(payments.tasks(Listing.filter(PaymentTask.Status.class, "status", status)), null);
    }

    @Operation(summary = "Payments that banks were told to make, and how far they have come; the newest 200")
    @GetMapping("/api/v1/instructed-payments")
    Listing<InstructedPayment> instructed(@RequestParam(required = false) @Nullable String endToEndId) {
        return new Listing<>(instructions.list(endToEndId), null);
    }
}
