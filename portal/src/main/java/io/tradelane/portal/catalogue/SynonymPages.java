package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.SearchSynonyms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words that mean the same to the search, as the operator keeps them: a group a line, parted by commas. */
@Page
class SynonymPages {
    private static final int SIZE = 25;
    private final SearchSynonyms synonyms;
    private final Outcomes outcomes;

    SynonymPages(SearchSynonyms synonyms, Outcomes outcomes) {
        this.synonyms = synonyms;
        this.outcomes = outcomes;
    }

    @GetMapping("/search-synonyms")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        String part = q.strip();
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        int total = synonyms.count(part);
        Address here = Address.of("/search-synonyms").with("q", part);
        model.addAttribute("groups", synonyms.list(part, (number - 1) * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("q", part);
        model.addAttribute("first", number == 1 ? null : here.toString());
        model.addAttribute("next", number * SIZE < total ? here.with("page", "" + (number + 1)).toString() : null);
        return "catalogue/synonyms";
    }

    @PostMapping("/search-synonyms")
    String create(@RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        return told(synonyms.create(parted(words)), "synonym.saved", "", next);
    }

    @PostMapping("/search-synonyms/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(synonyms.change(id, parted(typed.getOrDefault("words", "")), ArticleActions.version(typed)), "synonym.saved", typed.getOrDefault("q", ""), next);
    }

    @PostMapping("/search-synonyms/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(synonyms.remove(id, ArticleActions.version(typed)), "synonym.removed", typed.getOrDefault("q", ""), next);
    }

    private String told(ArticleResult result, String done, String q, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(result), done, next);
        return "redirect:" + Address.of("/search-synonyms").with("q", q);
    }

    private static List<String> parted(String words) {
        return Arrays.asList(words.split("[,，、;；\\n]"));
    }
}
