package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.inventory.StockCounts;
import io.tradelane.trading.inventory.StockCounts.Counted;
import io.tradelane.trading.inventory.StockCounts.Wrong;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A list of what was counted, as a file. */
@Page
class CountPages {
    private static final int MOST_BYTES = 5_000_000;
    private final StockCounts counts;
    private final Warehouses warehouses;
    private final Formats formats;
    private final Words words;

    CountPages(StockCounts counts, Warehouses warehouses, Formats formats, Words words) {
        this.counts = counts;
        this.warehouses = warehouses;
        this.formats = formats;
        this.words = words;
    }

    @GetMapping("/stock/counts")
    String form(Model model) {
        return show(null, List.of(), null, model);
    }

    @PostMapping("/stock/counts")
    String take(
            @RequestParam(required = false) @Nullable UUID requestId, @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        String problem = file == null || file.isEmpty() ? "upload.none" : file.getSize() > MOST_BYTES ? "upload.tooLarge" : null;
        CountFile read = problem == null ? CountFile.read(file.getBytes(), formats.zone()) : new CountFile(List.of(), List.of(), null);
        if (problem == null && read.problem() != null) {
            problem = "counts.problem." + read.problem();
        }
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(null, List.of(), words.textOr(problem, problem), model);
        }
        Counted counted = counts.count(Own.organisation(), requestId == null ? Ids.next() : requestId, read.lines());
        List<Wrong> wrong = new ArrayList<>(read.wrong());
        wrong.addAll(counted.wrong());
        wrong.sort(Comparator.comparingInt(Wrong::row));
        return show(counted, wrong, null, model);
    }

    private String show(@Nullable Counted counted, List<Wrong> wrong, @Nullable String problem, Model model) {
        model.addAttribute("counted", counted);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problem", problem);
        model.addAttribute("requestId", Ids.next());
        model.addAttribute("warehouses", warehouses.of(Own.organisation()));
        model.addAttribute("mostLines", StockCounts.MOST_LINES);
        return "inventory/counts";
    }
}
