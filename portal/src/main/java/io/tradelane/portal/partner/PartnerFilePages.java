package io.tradelane.portal.partner;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.PartnerFile;
import io.tradelane.trading.partner.PartnerFileText;
import io.tradelane.trading.partner.PartnerFiles;
import io.tradelane.trading.partner.PartnerImportReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner goes out as a file, and comes in after its differences were looked at. */
@Page
class PartnerFilePages {
    private static final String SECRET = "secret:";
    private final PartnerFiles files;
    private final Words words;

    PartnerFilePages(PartnerFiles files, Words words) {
        this.files = files;
        this.words = words;
    }

    @GetMapping("/partners/{id}/file")
    ResponseEntity<String> export(@PathVariable UUID id, @RequestParam(name = "format", defaultValue = "yaml") String format) {
        PartnerFile file = NotFound.orElse404(files.export(id));
        boolean json = format.equals("json");
        String name = file.partner().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + (json ? ".json" : ".yaml");
        return ResponseEntity.ok().contentType(json ? MediaType.APPLICATION_JSON : new MediaType(PartnerFilesApi.YAML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(json ? PartnerFileText.json(file) : PartnerFileText.yaml(file));
    }

    @GetMapping("/partners/import")
    String form(Model model) {
        return page("", null, new Problems(), model);
    }

    /** Looks first; with {@code apply} it is done. */
    @PostMapping("/partners/import")
    String run(@RequestParam(defaultValue = "") String text, @RequestParam(name = "file", required = false) @Nullable MultipartFile upload,
            @RequestParam(defaultValue = "false") boolean apply, @RequestParam Map<String, String> typed, Model model, RedirectAttributes next) {
        String given = upload == null || upload.isEmpty() ? text : read(upload);
        Problems problems = new Problems();
        PartnerFileText.Read read = PartnerFileText.read(given);
        if (read.file() == null) {
            problems.add("text", words.text("partner.import.unreadable", read.pointer().isEmpty() ? "/" : read.pointer(), read.problem()));
            return page(given, null, problems, model);
        }
        Map<String, String> secrets = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(SECRET) && !value.isEmpty()) {
                secrets.put(name.substring(SECRET.length()), value);
            }
        });
        PartnerImportReport report = apply ? files.apply(read.file(), secrets) : files.preview(read.file(), secrets);
        if (report.applied()) {
            Toast.ok(next, words.text("partner.import.done", report.differences().size()));
            return "redirect:/partners/" + report.partner();
        }
        return page(given, report, problems, model);
    }

    private static String read(MultipartFile upload) {
        try {
            return new String(upload.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String page(String text, @Nullable PartnerImportReport report, Problems problems, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("report", report);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("text", words.text("partner.import.text")));
        return "partner/import";
    }
}
