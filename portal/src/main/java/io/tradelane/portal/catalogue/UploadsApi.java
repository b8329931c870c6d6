package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.mappings.table.TableText;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.catalogue.ArticleUpload;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUpload.Row;
import io.tradelane.trading.catalogue.ArticleUploads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Files of articles over HTTP: the bytes as the body. */
@ApiController
@Tag(name = "Articles")
class UploadsApi {
    private final ArticleUploads uploads;
    private final UploadRunner runner;
    private final UploadFiles files;

    UploadsApi(ArticleUploads uploads, UploadRunner runner, UploadFiles files) {
        this.uploads = uploads;
        this.runner = runner;
        this.files = files;
    }

    /** @param wrong the first hundred rows behind {@code after} that are wrong */
    record Upload(ArticleUpload upload, List<Row> wrong) {}

    @Operation(summary = "Takes a file, XLSX or CSV, and begins to read it")
    @PostMapping("/api/v1/article-uploads")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Upload take(@RequestParam(defaultValue = "articles") String name, @RequestBody(required = false) byte @Nullable [] bytes) {
        UUID supplier = ArticleActions.supplier();
        if (bytes == null || bytes.length == 0 || bytes.length > ArticleUploads.MOST_BYTES || !TableText.isZip(bytes) && UploadPages.binary(bytes)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Send a workbook (XLSX) or CSV of up to 20 MB as the body.");
        }
        UUID id = uploads.take(supplier, name.length() > 200 ? name.substring(0, 200) : name, TableText.isZip(bytes), bytes);
        runner.wake();
        return upload(id, 0);
    }

    @Operation(summary = "How far it is, what it would do, and what is wrong")
    @GetMapping("/api/v1/article-uploads/{id}")
    Upload upload(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
        return new Upload(own(id), uploads.rows(id, Outcome.WRONG, after, 100));
    }

    @Operation(summary = "The latest files")
    @GetMapping("/api/v1/article-uploads")
    Listing<ArticleUpload> list() {
        return new Listing<>(uploads.list(ArticleActions.supplier(), 50), null);
    }

    @Operation(summary = "Applies what is right in it")
    @PostMapping("/api/v1/article-uploads/{id}/application")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Upload apply(@PathVariable UUID id) {
        ArticleUpload upload = own(id);
        if (!uploads.ask(id) && upload.state() != ArticleUpload.State.APPLYING && upload.state() != ArticleUpload.State.APPLIED) {
            throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "It is not possible in state " + upload.state() + ".");
        }
        runner.wake();
        return upload(id, 0);
    }

    @Operation(summary = "The wrong rows as a file like the one that came, with what is wrong")
    @GetMapping("/api/v1/article-uploads/{id}/corrected")
    ResponseEntity<byte[]> corrected(@PathVariable UUID id) {
        return files.corrected(own(id));
    }

    @Operation(summary = "The caller's articles as such a file: csv or xlsx")
    @GetMapping("/api/v1/own-articles/file")
    ResponseEntity<byte[]> file(@RequestParam(defaultValue = "csv") String format) {
        return files.own(ArticleActions.supplier(), format.equals("xlsx"));
    }

    private ArticleUpload own(UUID id) {
        UUID supplier = ArticleActions.supplier();
        return NotFound.orElse404(uploads.find(id).filter(upload -> upload.supplier().equals(supplier)));
    }
}
