package io.tradelane.portal.evidence;

import io.tradelane.portal.frame.Page;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of one document, behind the button on its page. */
@Page
class EvidencePages {
    private final EvidenceFiles files;

    EvidencePages(EvidenceFiles files) {
        this.files = files;
    }

    @GetMapping("/documents/interchanges/{id}/evidence.zip")
    ResponseEntity<Resource> zip(@PathVariable UUID id, Locale locale) throws IOException {
        return files.zip(id, locale);
    }

    @GetMapping("/documents/interchanges/{id}/evidence.pdf")
    ResponseEntity<Resource> pdf(@PathVariable UUID id, Locale locale) throws IOException {
        return files.pdf(id, locale);
    }
}
