package io.tradelane.portal.despatch;

import io.tradelane.portal.catalogue.StoredMedium;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.MediaStore;
import io.tradelane.trading.despatch.DeliveryProof;
import io.tradelane.trading.despatch.DeliveryProofs;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.ShipmentView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Photos and papers that prove a delivery: brought on the shipment's page or while receiving, seen by its two parties. */
@Page
class ProofPages {
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
    private final DespatchAdvices advices;
    private final DeliveryProofs proofs;
    private final MediaStore media;
    private final Outcomes outcomes;
    private final Words words;

    ProofPages(DespatchAdvices advices, DeliveryProofs proofs, MediaStore media, Outcomes outcomes, Words words) {
        this.advices = advices;
        this.proofs = proofs;
        this.media = media;
        this.outcomes = outcomes;
        this.words = words;
    }

    /** @param receipt the order that is being received, to go on there */
    @PostMapping("/shipments/{id}/proofs")
    String add(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String signedBy,
            @RequestParam(defaultValue = "") String note, @RequestParam(required = false) @Nullable UUID receipt, RedirectAttributes next) throws IOException {
        ShipmentView shipment = NotFound.orElse404(advices.find(id));
        if (file == null || file.isEmpty()) {
            Toast.bad(next, words.text("upload.none"));
        } else {
            outcomes.tell(proofs.add(id, new DeliveryProofs.NewProof(String.valueOf(file.getOriginalFilename()), file.getBytes(), blank(signedBy), blank(note))), "proof.added", next);
        }
        boolean receiving = receipt != null && shipment.orders().stream().anyMatch(order -> order.id().equals(receipt));
        return receiving ? "redirect:/orders/" + receipt + "/receipt?shipment=" + id : "redirect:/shipments/" + id;
    }

    /** A picture is shown, a paper is to be kept: it comes from another company. */
    @GetMapping({"/shipments/{id}/proofs/{proof}", "/api/v1/shipments/{id}/proofs/{proof}"})
    ResponseEntity<Resource> whole(@PathVariable UUID id, @PathVariable UUID proof) {
        DeliveryProof found = NotFound.orElse404(proofs.find(id, proof));
        ContentDisposition.Builder disposition = found.picture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.contentType())).cacheControl(KEPT)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(found.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(new StoredMedium(NotFound.orElse404(media.find(found.medium())), media));
    }

    @GetMapping("/shipments/{id}/proofs/{proof}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID id, @PathVariable UUID proof) {
        DeliveryProof found = NotFound.orElse404(proofs.find(id, proof));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(KEPT)
                .body(NotFound.orElse404(media.find(found.medium()).filter(one -> one.thumbnail() != null)).thumbnail());
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
