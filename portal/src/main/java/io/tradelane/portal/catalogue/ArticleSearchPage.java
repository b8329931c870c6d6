package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding articles and who sells them. Everything that narrows it is in its address, which can be kept. */
@Page
class ArticleSearchPage {
    static final int SIZE = 25;
    static final int LAST_PAGE = 40;
    private static final int SUGGESTIONS = 6;
    private final ArticleSearch search;
    private final Categories categories;
    private final Organisations organisations;
    private final KeptArticleSearches kept;
    private final Outcomes outcomes;
    private final Facets facets;
    private final Words words;

    ArticleSearchPage(ArticleSearch search, Categories categories, Organisations organisations, KeptArticleSearches kept, Outcomes outcomes, Facets facets, Words words) {
        this.search = search;
        this.categories = categories;
        this.organisations = organisations;
        this.kept = kept;
        this.outcomes = outcomes;
        this.facets = facets;
        this.words = words;
    }

    @GetMapping("/articles")
    String find(@RequestParam MultiValueMap<String, String> parameters, @RequestParam(defaultValue = "1") String page, Model model) {
        SearchAddress address = SearchAddress.of(parameters);
        int number = page.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(page), 1, LAST_PAGE) : 1;
        Map<UUID, Category> tree = categories.tree();
        Category category = tree.get(address.uuid("category"));
        ArticleQuery query = address.query(currency(organisations), category);
        FoundArticles found = search.find(query, (number - 1) * SIZE, SIZE);
        model.addAttribute("found", found);
        model.addAttribute("address", address);
        model.addAttribute("query", query);
        model.addAttribute("category", category);
        model.addAttribute("sides", facets.of(found, address, category, tree));
        model.addAttribute("sorts", ArticleQuery.Sort.values());
        model.addAttribute("kept", kept.list());
        model.addAttribute("suppliers", "suppliers".equals(address.word("tab")));
        model.addAttribute("supplier", query.supplier() == null ? null : organisations.find(query.supplier()).orElse(null));
        model.addAttribute("first", number == 1 ? null : address.toString());
        model.addAttribute("next", number < LAST_PAGE && (long) number * SIZE < found.total() ? address + (address.toString().contains("?") ? "&" : "?") + "page=" + (number + 1) : null);
        return "catalogue/search";
    }

    /** For the box in the header, while somebody types. */
    @GetMapping("/articles/suggestions")
    String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("suggestions", q.strip().length() < 2 ? List.of() : search.suggest(q, currency(organisations), SUGGESTIONS));
        return "catalogue/suggestions";
    }

    @PostMapping("/articles/searches")
    String keep(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query, @RequestParam Map<String, String> form, RedirectAttributes next) {
        SearchAddress address = SearchAddress.parse(query);
        if (Caller.current().organisation() == null || !KeptArticleSearches.right(name, address)) {
            Toast.bad(next, words.text("search.save.wrong"));
            return "redirect:" + address;
        }
        kept.save(name, form.containsKey("shared"), address).ifPresentOrElse(id -> {
            if (form.containsKey("subscribe")) {
                outcomes.tell(kept.subscribe(id), "search.subscribed", next);
            } else {
                Toast.ok(next, words.text("search.saved"));
            }
        }, () -> Toast.bad(next, words.text("search.save.full")));
        return "redirect:" + address;
    }

    @PostMapping("/articles/searches/{id}/subscription")
    String subscribe(@PathVariable UUID id, @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String query, RedirectAttributes next) {
        if (on.equals("true")) {
            outcomes.tell(kept.subscribe(id), "search.subscribed", next);
        } else if (kept.unsubscribe(id)) {
            Toast.ok(next, words.text("search.unsubscribed"));
        } else {
            throw new NotFound();
        }
        return "redirect:" + SearchAddress.parse(query);
    }

    @PostMapping("/articles/searches/{id}/removal")
    String forget(@PathVariable UUID id, RedirectAttributes next) {
        if (!kept.remove(id)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("search.removed"));
        return "redirect:/articles";
    }

    /** In which the caller's company usually trades. */
    static String currency(Organisations organisations) {
        UUID organisation = Caller.current().organisation();
        return organisation == null ? "CNY" : organisations.find(organisation).map(Organisation::currency).orElse("CNY");
    }
}
