package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
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
    private static final int LONGEST_NAME = 60;
    private final ArticleSearch search;
    private final Categories categories;
    private final Organisations organisations;
    private final SavedSearches saved;
    private final Facets facets;
    private final Words words;

    ArticleSearchPage(ArticleSearch search, Categories categories, Organisations organisations, SavedSearches saved, Facets facets, Words words) {
        this.search = search;
        this.categories = categories;
        this.organisations = organisations;
        this.saved = saved;
        this.facets = facets;
        this.words = words;
    }

    record Kept(UUID id, String name, String address) {}

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
        model.addAttribute("kept", kept());
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
        UUID organisation = Caller.current().organisation();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME || organisation == null || address.blank()) {
            Toast.bad(next, words.text("search.save.wrong"));
        } else if (saved.save(organisation, SavedSearch.Subject.ARTICLE, name.strip(), form.containsKey("shared"), Map.of("address", address.query())) == null) {
            Toast.bad(next, words.text("search.save.full"));
        } else {
            Toast.ok(next, words.text("search.saved"));
        }
        return "redirect:" + address;
    }

    @PostMapping("/articles/searches/{id}/removal")
    String forget(@PathVariable UUID id, RedirectAttributes next) {
        UUID organisation = Caller.current().organisation();
        if (organisation == null || !saved.remove(organisation, id)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("search.removed"));
        return "redirect:/articles";
    }

    private List<Kept> kept() {
        UUID organisation = Caller.current().organisation();
        return organisation == null ? List.of() : saved.list(organisation, SavedSearch.Subject.ARTICLE).stream()
                .map(one -> new Kept(one.id(), one.name(), SearchAddress.parse(one.query().getOrDefault("address", "")).toString())).toList();
    }

    /** In which the caller's company usually trades. */
    static String currency(Organisations organisations) {
        UUID organisation = Caller.current().organisation();
        return organisation == null ? "CNY" : organisations.find(organisation).map(Organisation::currency).orElse("CNY");
    }
}
