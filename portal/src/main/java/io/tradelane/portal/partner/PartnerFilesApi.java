package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.PartnerFile;
import io.tradelane.trading.partner.PartnerFileText;
import io.tradelane.trading.partner.PartnerFiles;
import io.tradelane.trading.partner.PartnerImportReport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner as one file. */
@ApiController
@Tag(name = "Partners as files")
class PartnerFilesApi {
    static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private final PartnerFiles files;

    PartnerFilesApi(PartnerFiles files) {
        this.files = files;
    }

    /** @param file JSON or YAML as text @param secrets values by placeholder, such as {@code ${Works AS2/password}} */
    record ImportRequest(@Nullable String file, @Nullable Map<String, String> secrets) {}

    @Operation(summary = "A partner with all that is agreed with it, without secrets; the schema is at /assets/partner-1.schema.json")
    @GetMapping("/api/v1/partners/{id}/file")
    ResponseEntity<String> export(@PathVariable UUID id, @RequestParam(name = "format", defaultValue = "json") String format) {
        if (!format.equals("json") && !format.equals("yaml")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "parameter", "format can be json, yaml.");
        }
        PartnerFile file = NotFound.orElse404(files.export(id));
        return format.equals("json") ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(PartnerFileText.json(file))
                : ResponseEntity.ok().contentType(YAML).body(PartnerFileText.yaml(file));
    }

    @Operation(summary = "Import a partner, or with preview=true show what would differ. All of it is done or nothing; the same file again changes nothing")
    @PostMapping("/api/v1/partner-imports")
    ResponseEntity<PartnerImportReport> put(@RequestParam(defaultValue = "false") boolean preview, @RequestBody ImportRequest request) {
        if (!Caller.current().may(Permission.CHANNEL_MANAGE) || !preview && !Caller.current().may(Permission.AGREEMENT_ACTIVATE)) {
            throw new Problem(HttpStatus.FORBIDDEN, "forbidden", "An import also needs channel:write and agreement:activate.");
        }
        PartnerFileText.Read read = PartnerFileText.read(request.file == null ? "" : request.file);
        if (read.file() == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", read.problem(), List.of(Map.of("pointer", read.pointer(), "code", "unreadable")));
        }
        Map<String, String> secrets = request.secrets == null ? Map.of() : request.secrets;
        PartnerImportReport report = preview ? files.preview(read.file(), secrets) : files.apply(read.file(), secrets);
        return ResponseEntity.status(report.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT).body(report);
    }
}
