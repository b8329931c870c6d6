package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a search of documents, or forgets it. */
@Page
class SearchPages {
    static final int LONGEST_NAME = 60;
    private final SavedSearches searches;
    private final Words words;

    SearchPages(SavedSearches searches, Words words) {
        this.searches = searches;
        this.words = words;
    }

    @PostMapping("/documents/searches")
    String save(@RequestParam Map<String, String> form, RedirectAttributes next) {
        DocumentQuery query = DocumentQuery.of(form);
        String name = form.getOrDefault("name", "").strip();
        UUID organisation = Caller.current().organisation();
        if (name.isEmpty() || name.length() > LONGEST_NAME || organisation == null || !query.narrowed()) {
            Toast.bad(next, words.text("search.save.wrong"));
        } else if (searches.save(organisation, SavedSearch.Subject.DOCUMENT, name, form.containsKey("shared"), query.words()) == null) {
            Toast.bad(next, words.text("search.save.full"));
        } else {
            Toast.ok(next, words.text("search.saved"));
        }
        return "redirect:" + query.address();
    }

    @PostMapping("/documents/searches/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        UUID organisation = Caller.current().organisation();
        if (organisation == null || !searches.remove(organisation, id)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("search.removed"));
        return "redirect:/documents";
    }
}
