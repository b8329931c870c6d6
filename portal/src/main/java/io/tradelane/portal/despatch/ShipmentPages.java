package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.despatch.DeliveryProofs;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.ShipmentView;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A shipment package by package, and the labels of the packages; for its two parties. */
@Page
class ShipmentPages {
    private final DespatchAdvices advices;
    private final DeliveryProofs proofs;
    private final PackageLabels labels;

    ShipmentPages(DespatchAdvices advices, DeliveryProofs proofs, PackageLabels labels) {
        this.advices = advices;
        this.proofs = proofs;
        this.labels = labels;
    }

    @GetMapping("/shipments/{id}")
    String show(@PathVariable UUID id, Model model) {
        ShipmentView shipment = NotFound.orElse404(advices.find(id));
        Caller caller = Caller.current();
        model.addAttribute("shipment", shipment);
        model.addAttribute("proofs", proofs.of(id));
        model.addAttribute("mayProve", caller.may(Permission.PROOF_ADD) && (caller.isSelf(shipment.buyer().id()) || caller.isSelf(shipment.supplier().id())));
        return "despatch/packages";
    }

    @GetMapping({"/shipments/{id}/labels.pdf", "/api/v1/shipments/{id}/labels"})
    ResponseEntity<byte[]> labels(@PathVariable UUID id) {
        ShipmentView shipment = NotFound.orElse404(advices.find(id));
        if (shipment.packages().stream().noneMatch(unit -> unit.sscc() != null)) {
            throw new NotFound();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("labels-" + shipment.number() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .body(labels.of(shipment));
    }
}
