package io.tradelane.portal.catalogue;

import io.tradelane.mappings.table.TableText;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleUpload;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier brings its articles as a file: first it is shown what that would do, then it is done. */
@Page
class UploadPages {
    private static final int SHOWN = 20;
    private static final int ROWS = 100;
    private final ArticleUploads uploads;
    private final UploadRunner runner;
    private final UploadFiles files;
    private final Words words;

    UploadPages(ArticleUploads uploads, UploadRunner runner, UploadFiles files, Words words) {
        this.uploads = uploads;
        this.runner = runner;
        this.files = files;
        this.words = words;
    }

    @GetMapping("/articles/uploads")
    String list(Model model) {
        model.addAttribute("uploads", uploads.list(ArticleActions.supplier(), SHOWN));
        model.addAttribute("mostRows", ArticleUploads.MOST_ROWS);
        return "catalogue/uploads";
    }

    @PostMapping("/articles/uploads")
    String take(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next) {
        UUID supplier = ArticleActions.supplier();
        String problem = file == null || file.isEmpty() ? "upload.none" : file.getSize() > ArticleUploads.MOST_BYTES ? "upload.tooLarge" : null;
        byte[] bytes = problem == null ? bytes(file) : new byte[0];
        if (problem == null && !TableText.isZip(bytes) && binary(bytes)) {
            problem = "upload.kind";
        }
        if (problem != null) {
            Toast.bad(next, words.text(problem));
            return "redirect:/articles/uploads";
        }
        String name = file.getOriginalFilename() == null ? "articles" : file.getOriginalFilename();
        UUID id = uploads.take(supplier, name.length() > 200 ? name.substring(name.length() - 200) : name, TableText.isZip(bytes), bytes);
        runner.wake();
        return "redirect:/articles/uploads/" + id;
    }

    /** Texts have no such bytes; pictures, programs and old workbooks do. */
    static boolean binary(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
        for (int i = 0; i < Math.min(bytes.length, 4096) && !wide; i++) {
            if (bytes[i] >= 0 && bytes[i] < 9 || bytes[i] > 13 && bytes[i] < 32 && bytes[i] != 27) {
                return true;
            }
        }
        return false;
    }

    @GetMapping("/articles/uploads/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") String after, Model model) {
        ArticleUpload upload = own(id);
        int number = after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
        var wrong = uploads.rows(id, Outcome.WRONG, number, ROWS);
        model.addAttribute("upload", upload);
        model.addAttribute("wrong", wrong);
        model.addAttribute("files", files);
        model.addAttribute("first", number == 0 ? null : "/articles/uploads/" + id);
        model.addAttribute("next", wrong.size() < ROWS ? null : "/articles/uploads/" + id + "?after=" + wrong.getLast().number());
        return "catalogue/upload";
    }

    @PostMapping("/articles/uploads/{id}/application")
    String apply(@PathVariable UUID id, RedirectAttributes next) {
        ArticleUpload upload = own(id);
        if (uploads.ask(id)) {
            runner.wake();
        } else if (upload.state() == ArticleUpload.State.REFUSED) {
            Toast.bad(next, words.text("outcome.illegal"));
        }
        return "redirect:/articles/uploads/" + id;
    }

    @GetMapping("/articles/uploads/{id}/corrected")
    ResponseEntity<byte[]> corrected(@PathVariable UUID id) {
        return files.corrected(own(id));
    }

    @GetMapping("/articles/file")
    ResponseEntity<byte[]> file(@RequestParam(defaultValue = "csv") String format) {
        return files.own(ArticleActions.supplier(), format.equals("xlsx"));
    }

    private ArticleUpload own(UUID id) {
        UUID supplier = ArticleActions.supplier();
        return NotFound.orElse404(uploads.find(id).filter(upload -> upload.supplier().equals(supplier)));
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
