package io.tradelane.portal.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of one document, for machines. */
@ApiController
@Tag(name = "Exchange")
class EvidenceApi {
    private final EvidenceFiles files;

    EvidenceApi(EvidenceFiles files) {
        this.files = files;
    }

    @Operation(summary = "What proves what became of an interchange, signed by the hub; verified by tradelane verify-evidence or openssl")
    @GetMapping("/api/v1/interchanges/{id}/evidence.zip")
    ResponseEntity<Resource> zip(@PathVariable UUID id, Locale locale) throws IOException {
        return files.zip(id, locale);
    }

    @Operation(summary = "The same told in a PDF, in the language of Accept-Language, with the signed pack as its attachment")
    @GetMapping("/api/v1/interchanges/{id}/evidence.pdf")
    ResponseEntity<Resource> pdf(@PathVariable UUID id, Locale locale) throws IOException {
        return files.pdf(id, locale);
    }
}
