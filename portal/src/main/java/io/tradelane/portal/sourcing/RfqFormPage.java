package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqForm;
import io.tradelane.trading.sourcing.RfqState;
import io.tradelane.trading.sourcing.RfqView;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer writes a request: a new one, a draft, or an amendment of one that is open. */
@Page
class RfqFormPage {
    private static final int BLANK_ROWS = 3;
    private static final int MOST_ARTICLES = 50;
    private final RequestsForQuotation requests;
    private final Organisations organisations;
    private final ArticleListing listing;
    private final QuickAdd quickAdd;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    RfqFormPage(RequestsForQuotation requests, Organisations organisations, ArticleListing listing, QuickAdd quickAdd, Outcomes outcomes, Words words, Formats formats) {
        this.requests = requests;
        this.organisations = organisations;
        this.listing = listing;
        this.quickAdd = quickAdd;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** @param article of the catalogue, a line each; its supplier is ticked */
    @GetMapping("/rfqs/new")
    String blank(@RequestParam(required = false) @Nullable List<UUID> article, @RequestParam(required = false) @Nullable List<UUID> supplier, Model model) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("currency", organisations.find(buyer()).map(Organisation::currency).orElse("CNY"));
        form.put("deadline", formats.today().plusDays(7).atTime(18, 0).toString());
        form.put("zone", "Asia/Shanghai");
        form.put("roundsMax", "3");
        if (supplier != null) {
            supplier.forEach(one -> form.put("supplier-" + one, "true"));
        }
        if (article != null) {
            article.stream().distinct().limit(MOST_ARTICLES).flatMap(id -> listing.find(id).stream()).forEach(found -> inquire(form, found));
        }
        return show(form, null, new Problems(), model);
    }

    private void inquire(Map<String, String> form, ArticleView article) {
        int row = RfqFields.rows(form);
        form.put("supplier-" + article.supplier(), "true");
        form.put("article-" + row, article.form().number());
        form.put("description-" + row, article.name(words.chinese()));
        form.put("quantity-" + row, formats.plain(article.form().minQuantity() == null ? BigDecimal.ONE : article.form().minQuantity()));
        form.put("unit-" + row, article.form().unit());
    }

    @PostMapping("/rfqs/new")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, null, model, response, next);
    }

    @GetMapping("/rfqs/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        RfqView rfq = own(id);
        return show(RfqFields.initial(rfq, formats), rfq, new Problems(), model);
    }

    @PostMapping("/rfqs/{id}/edit")
    String write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, own(id), model, response, next);
    }

    private String submit(Map<String, String> typed, @Nullable RfqView before, Model model, HttpServletResponse response, RedirectAttributes next) {
        Map<String, String> form = RfqFields.compact(typed);
        Problems problems = new Problems();
        if ("add".equals(typed.get("action"))) {
            QuickAdd.Read read = quickAdd.append(form, buyer(), formats.today());
            if (!read.unread().isEmpty()) {
                problems.add("quick", words.text("rfq.quick.unread", read.unread().size()));
            }
            return show(read.form(), before, problems, model);
        }
        Optional<RfqForm> read = new RfqFields(words).read(form, before, problems);
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, before, problems, model);
        }
        CommandResult result = before == null ? requests.create(read.get()) : requests.write(before.id(), read.get(), version(typed));
        if (result instanceof CommandResult.Done done) {
            return published(done, "publish".equals(typed.get("action")), before, next);
        }
        outcomes.explain(named(result), "number", problems);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(form, before, problems, model);
    }

    private String published(CommandResult.Done saved, boolean publish, @Nullable RfqView before, RedirectAttributes next) {
        if (publish) {
            outcomes.tell(requests.publish(saved.id(), saved.version()), "rfq.published", next);
        } else {
            Toast.ok(next, words.text(before != null && before.state() != RfqState.DRAFT ? "rfq.amended" : "rfq.saved"));
        }
        return "redirect:/rfqs/" + saved.id();
    }

    /** Problems by the names of the form's fields: {@code lines[2].quantity} is {@code quantity-2}. */
    private static CommandResult named(CommandResult result) {
        return result instanceof CommandResult.Invalid invalid
                ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> new CommandResult.Problem(problem.field()
                        .replaceAll("suppliers.*", "suppliers").replaceAll("lines\\[(\\d+)]\\.item", "article-$1").replaceAll("lines\\[(\\d+)]\\.targetPrice", "target-$1")
                        .replaceAll("lines\\[(\\d+)]\\.(\\w+)", "$2-$1"), problem.code())).toList())
                : result;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static UUID buyer() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }

    private RfqView own(UUID id) {
        RfqView rfq = NotFound.orElse404(requests.find(id));
        if (!Caller.current().isSelf(rfq.buyer().id())) {
            throw new NotFound();
        }
        return rfq;
    }

    private String show(Map<String, String> form, @Nullable RfqView before, Problems problems, Model model) {
        List<Organisation> suppliers = organisations.list().stream()
                .filter(one -> one.kind() == Kind.SUPPLIER || one.kind() == Kind.BOTH)
                .filter(one -> !one.id().equals(Caller.current().organisation()))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("rfq", before);
        model.addAttribute("rows", RfqFields.rows(form) + BLANK_ROWS);
        model.addAttribute("suppliers", suppliers);
        model.addAttribute("zones", Deadline.ZONES);
        model.addAttribute("problems", problems.texts());
        return "sourcing/form";
    }
}
