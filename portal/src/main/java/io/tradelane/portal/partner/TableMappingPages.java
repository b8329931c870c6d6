package io.tradelane.portal.partner;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.mappings.table.TableSample;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.exchange.DigestMaker;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which column of a company's tables is what, told from a sample that travels with the form until the mapping is saved. */
@Page
class TableMappingPages {
    private static final int LARGEST_SAMPLE = 300_000;
    private static final int MOST_COLUMNS = 200;
    private static final int SHOWN_ROWS = 3;
    private final ReadingSettings settings;
    private final Organisations organisations;
    private final DigestMaker digests;
    private final Words words;

    TableMappingPages(ReadingSettings settings, Organisations organisations, DigestMaker digests, Words words) {
        this.settings = settings;
        this.organisations = organisations;
        this.digests = digests;
        this.words = words;
    }

    @PostMapping("/partners/{id}/reading/sample")
    String sample(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile sample, Model model, RedirectAttributes next) {
        Organisation partner = partner(id);
        byte[] bytes = sample == null ? new byte[0] : bytes(sample);
        String problem = bytes.length == 0 ? words.text("table.problem.noFile")
                : bytes.length > LARGEST_SAMPLE ? words.text("table.problem.large", LARGEST_SAMPLE / 1000) : null;
        TableSample read = problem != null ? null : read(bytes, true, null);
        if (read != null && !read.findings().isEmpty()) {
            problem = read.findings().getFirst().message(LocaleContextHolder.getLocale());
        } else if (read != null && read.columns().size() > MOST_COLUMNS) {
            problem = words.text("table.problem.wide", MOST_COLUMNS);
        }
        if (read == null || problem != null) {
            Toast.bad(next, String.valueOf(problem));
            return "redirect:/partners/" + id + "/reading";
        }
        TableMapping saved = saved(id, format(read), read.type());
        TableSample shown = saved == null ? read : read(bytes, saved.headers(), saved);
        boolean headers = saved == null || saved.headers();
        return page(partner, bytes, shown, TableMappingForm.first(shown, headers, saved), new Problems(), model);
    }

    /** Shows what the columns give as they are told now, or saves it. */
    @PostMapping("/partners/{id}/reading/table")
    String mapping(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        byte[] bytes = decoded(typed.getOrDefault("sample", ""));
        TableSample sample = read(bytes, typed.containsKey("headers"), null);
        Problems problems = new Problems();
        TableMapping mapping = TableMappingForm.read(typed, sample.columns(), problems, words);
        if (mapping == null || !typed.containsKey("save")) {
            response.setStatus((mapping == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK).value());
            return page(partner, bytes, sample, typed, problems, model);
        }
        String format = format(sample).name();
        ReadingSetting before = settings.list(id).stream()
                .filter(setting -> setting.format().equals(format) && setting.type() == mapping.type()).findFirst().orElse(null);
        settings.put(new ReadingSetting(
                id, format, mapping.type(), before == null ? null : before.codeLists(), before == null ? null : before.rules(), mapping.toJson()));
        Toast.ok(next, words.text("table.saved"));
        return "redirect:/partners/" + id + "/reading";
    }

    private static TableSample read(byte[] bytes, boolean headers, @Nullable TableMapping saved) {
        try {
            return TableSample.read(new ByteArrayInputStream(bytes), headers, saved, SHOWN_ROWS, Limits.defaults());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] decoded(String sample) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sample);
            return bytes.length > LARGEST_SAMPLE ? new byte[0] : bytes;
        } catch (IllegalArgumentException changed) {
            return new byte[0];
        }
    }

    private static Format format(TableSample sample) {
        return sample.xlsx() ? Format.XLSX : Format.CSV;
    }

    private @Nullable TableMapping saved(UUID id, Format format, @Nullable DocumentType type) {
        List<ReadingSetting> tables = settings.list(id).stream()
                .filter(setting -> setting.format().equals(format.name()) && setting.table() != null).toList();
        return tables.stream().filter(setting -> setting.type() == type).findFirst()
                .or(() -> type == null && tables.size() == 1 ? tables.stream().findFirst() : Optional.empty())
                .map(setting -> TableMapping.ofJson(Objects.requireNonNull(setting.table()))).orElse(null);
    }

    private Organisation partner(UUID id) {
        return NotFound.orElse404(organisations.find(id).filter(organisation -> Caller.current().isOperator()));
    }

    private String page(Organisation partner, byte[] bytes, TableSample sample, Map<String, String> form, Problems problems, Model model) {
        TableMapping now = TableMappingForm.read(form, sample.columns(), new Problems(), words);
        model.addAttribute("partner", partner);
        model.addAttribute("sample", sample);
        model.addAttribute("encoded", Base64.getEncoder().encodeToString(bytes));
        model.addAttribute("format", format(sample));
        model.addAttribute("types", ReadingFormats.TABLE_TYPES);
        model.addAttribute("fields", TableField.values());
        model.addAttribute("form", form);
        model.addAttribute("preview", now == null ? null : TablePreview.of(bytes, now, digests, LocaleContextHolder.getLocale()));
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("type", words.text("document.type"), "column-0", words.text("table.columns"),
                "datePattern", words.text("table.datePattern"), "currency", words.text("table.currency"), "unit", words.text("table.unit")));
        return "partner/table-mapping";
    }
}
