package io.tradelane.portal.evidence;

import io.tradelane.portal.evidence.EvidencePacks.Pack;
import io.tradelane.portal.frame.NotFound;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Evidence packs as downloads. */
@Component
class EvidenceFiles {
    /** A larger pack is not put into the PDF. */
    private static final long LARGEST_ATTACHED = 20_000_000;
    private final EvidencePacks packs;
    private final EvidencePdf pdf;

    EvidenceFiles(EvidencePacks packs, EvidencePdf pdf) {
        this.packs = packs;
        this.pdf = pdf;
    }

    /** Written to a file first: what turns out broken on the way is no answer. */
    ResponseEntity<Resource> zip(UUID interchange, Locale locale) throws IOException {
        Path file = written(NotFound.orElse404(packs.make(interchange, locale)));
        return answer("evidence-" + interchange + ".zip", MediaType.parseMediaType("application/zip"), Files.size(file))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    ResponseEntity<Resource> pdf(UUID interchange, Locale locale) throws IOException {
        Pack pack = NotFound.orElse404(packs.make(interchange, locale));
        byte[] told = pack.pdf();
        if (pack.parts().stream().mapToLong(EvidencePart::size).sum() <= LARGEST_ATTACHED) {
            Path file = written(pack);
            told = pdf.attach(told, Files.readAllBytes(file));
            Files.delete(file);
        }
        return answer("evidence-" + interchange + ".pdf", MediaType.APPLICATION_PDF, told.length).body(new ByteArrayResource(told));
    }

    private Path written(Pack pack) throws IOException {
        Path file = Files.createTempFile("evidence", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            packs.zip(pack, out);
            return file;
        } catch (IOException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private static ResponseEntity.BodyBuilder answer(String name, MediaType type, long size) {
        return ResponseEntity.ok().contentType(type).contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
    }
}
