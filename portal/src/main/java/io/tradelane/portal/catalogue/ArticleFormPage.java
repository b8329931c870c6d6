package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleForm;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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

/** A supplier writes an article: a new one, a variant of one there is, or one anew. */
@Page
class ArticleFormPage {
    private final ArticleListing listing;
    private final Categories categories;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    ArticleFormPage(ArticleListing listing, Categories categories, Outcomes outcomes, Words words, Formats formats) {
        this.listing = listing;
        this.categories = categories;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** @param variantOf begins with what is said of that one */
    @GetMapping("/articles/new")
    String blank(@RequestParam(required = false) @Nullable UUID variantOf, Model model) {
        Map<String, String> form = new LinkedHashMap<>();
        if (variantOf != null) {
            ArticleView model0 = own(variantOf);
            form.putAll(ArticleFields.initial(model0.form(), formats));
            form.put("number", "");
            form.put("gtin", "");
            form.put("variantOf", model0.form().variantOf() == null ? variantOf.toString() : model0.form().variantOf().toString());
        }
        form.putIfAbsent("unit", "PCE");
        return show(form, null, new Problems(), model);
    }

    @PostMapping("/articles/new")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, null, model, response, next);
    }

    @GetMapping("/articles/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        ArticleView article = own(id);
        ArticleForm revision = article.own() == null ? null : article.own().revision();
        return show(ArticleFields.initial(revision == null ? article.form() : revision, formats), article, new Problems(), model);
    }

    @PostMapping("/articles/{id}/edit")
    String write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, own(id), model, response, next);
    }

    private String submit(Map<String, String> typed, @Nullable ArticleView before, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        if ("category".equals(typed.get("action"))) {
            return show(typed, before, problems, model);
        }
        Optional<ArticleForm> read = new ArticleFields(words).read(typed, problems);
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, before, problems, model);
        }
        UUID supplier = ArticleActions.supplier();
        ArticleResult result = before == null ? listing.create(supplier, read.get()) : listing.write(supplier, before.id(), read.get(), ArticleActions.version(typed));
        if (result instanceof ArticleResult.Done done) {
            Toast.ok(next, words.text(before == null ? "article.created" : "article.written"));
            return "redirect:/articles/" + done.id();
        }
        outcomes.explain(ArticleAnswers.of(result), "number", problems);
        response.setStatus(result instanceof ArticleResult.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.CONFLICT.value());
        return show(typed, before, problems, model);
    }

    private ArticleView own(UUID id) {
        return NotFound.orElse404(listing.find(id).filter(article -> article.supplier().equals(ArticleActions.supplier())));
    }

    private String show(Map<String, String> form, @Nullable ArticleView before, Problems problems, Model model) {
        Map<UUID, Category> tree = categories.tree();
        Map<String, UUID> byText = new LinkedHashMap<>();
        tree.keySet().forEach(id -> byText.put(id.toString(), id));
        model.addAttribute("form", form);
        model.addAttribute("article", before);
        model.addAttribute("categories", Trees.inOrder(tree).stream().filter(one -> !one.retired() || one.id().toString().equals(form.get("category"))).toList());
        model.addAttribute("category", tree.get(byText.get(form.getOrDefault("category", ""))));
        model.addAttribute("problems", problems.texts());
        return "catalogue/form";
    }
}
