package io.tradelane.portal.despatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.despatch.DeliveryProof;
import io.tradelane.trading.despatch.DeliveryProofs;
import io.tradelane.trading.despatch.DespatchAdvices;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Proofs of delivery over HTTP: the bytes as the body. */
@ApiController
@Tag(name = "Shipments")
class ProofsApi {
    private final DespatchAdvices advices;
    private final DeliveryProofs proofs;

    ProofsApi(DespatchAdvices advices, DeliveryProofs proofs) {
        this.advices = advices;
        this.proofs = proofs;
    }

    @Operation(summary = "Photos and papers that prove a delivery, the newest first; the bytes: the same address with /{proof}")
    @GetMapping("/api/v1/shipments/{id}/proofs")
    Listing<DeliveryProof> list(@PathVariable UUID id) {
        NotFound.orElse404(advices.find(id));
        return new Listing<>(proofs.of(id), null);
    }

    @Operation(summary = "Adds a photo (JPEG, PNG) or a paper (PDF) of up to 10 MB, by its content; it stays")
    @PostMapping("/api/v1/shipments/{id}/proofs")
    @ResponseStatus(HttpStatus.CREATED)
    Listing<DeliveryProof> add(@PathVariable UUID id, @RequestParam(defaultValue = "file") String name, @RequestParam(required = false) @Nullable String signedBy,
            @RequestParam(required = false) @Nullable String note, @RequestBody(required = false) byte @Nullable [] bytes) {
        Commands.require(proofs.add(id, new DeliveryProofs.NewProof(name, bytes == null ? new byte[0] : bytes, signedBy, note)));
        return list(id);
    }
}
