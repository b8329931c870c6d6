package io.tradelane.portal.catalogue;

import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.CategoryChanges;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of categories, as the operator keeps it. */
@Page
class CategoryPages {
    private final Categories categories;
    private final CategoryChanges changes;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;

    CategoryPages(Categories categories, CategoryChanges changes, Timeline timeline, Outcomes outcomes, Words words) {
        this.categories = categories;
        this.changes = changes;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/categories")
    String list(Model model) {
        return list(Map.of(), new Problems(), model);
    }

    @PostMapping("/categories")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        String parent = typed.getOrDefault("parent", "");
        Problems problems = new Problems();
        ArticleResult result = changes.create(parent.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(parent) : null, typed.getOrDefault("code", "").strip(),
                typed.getOrDefault("nameZh", "").strip(), typed.getOrDefault("nameEn", "").strip(), List.of());
        if (result instanceof ArticleResult.Done done) {
            Toast.ok(next, words.text("category.created"));
            return "redirect:/categories/" + done.id();
        }
        outcomes.explain(ArticleAnswers.of(result), "code", problems);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(typed, problems, model);
    }

    private String list(Map<String, String> form, Problems problems, Model model) {
        List<Category> tree = Trees.inOrder(categories.tree());
        model.addAttribute("tree", tree);
        model.addAttribute("parents", tree.stream().filter(one -> !one.retired()).toList());
        model.addAttribute("articles", changes.articles());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        return "catalogue/categories";
    }

    @GetMapping("/categories/{id}")
    String show(@PathVariable UUID id, Model model) {
        Category category = NotFound.orElse404(categories.find(id));
        return show(category, CategoryFields.typed(category, changes.own(id)), new Problems(), model);
    }

    @PostMapping("/categories/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        List<Integer> rows = new ArrayList<>();
        List<CategoryAttribute> attributes = CategoryFields.attributes(typed, rows, problems, words);
        ArticleResult result = problems.isEmpty()
                ? changes.change(id, typed.getOrDefault("nameZh", ""), typed.getOrDefault("nameEn", ""), attributes, ArticleActions.version(typed)) : new ArticleResult.Invalid(List.of());
        if (result instanceof ArticleResult.Done) {
            Toast.ok(next, words.text("category.changed"));
            return "redirect:/categories/" + id;
        }
        outcomes.explain(ArticleAnswers.of(inRows(result, rows)), "nameZh", problems);
        response.setStatus(result instanceof ArticleResult.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.CONFLICT.value());
        return show(NotFound.orElse404(categories.find(id)), typed, problems, model);
    }

    /** A problem of an attribute beside the row where it was typed. */
    private static ArticleResult inRows(ArticleResult result, List<Integer> rows) {
        return !(result instanceof ArticleResult.Invalid invalid) ? result : new ArticleResult.Invalid(invalid.problems().stream().map(problem -> {
            String field = problem.field();
            int end = field.indexOf(']');
            return end < 0 ? problem : new ArticleResult.Problem("attributes[" + rows.get(Integer.parseInt(field.substring("attributes[".length(), end))) + field.substring(end), problem.code());
        }).toList());
    }

    private String show(Category category, Map<String, String> form, Problems problems, Model model) {
        Map<UUID, Category> tree = categories.tree();
        model.addAttribute("category", category);
        model.addAttribute("path", category.ancestors().stream().map(tree::get).toList());
        model.addAttribute("above", category.parent() == null ? List.of() : tree.get(category.parent()).attributes());
        model.addAttribute("articles", changes.articles().getOrDefault(category.id(), 0));
        model.addAttribute("form", form);
        model.addAttribute("rows", CategoryFields.rows(form));
        model.addAttribute("kinds", CategoryAttribute.Kind.values());
        model.addAttribute("problems", problems.texts());
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(Categories.ENTITY, category.id()))));
        return "catalogue/category";
    }

    @PostMapping("/categories/{id}/retirement")
    String retire(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(id, changes.retire(id, ArticleActions.version(typed)), "category.retired", next);
    }

    @PostMapping("/categories/{id}/reinstatement")
    String reinstate(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(id, changes.reinstate(id, ArticleActions.version(typed)), "category.reinstated", next);
    }

    private String told(UUID id, ArticleResult result, String done, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(result), done, next);
        return "redirect:/categories/" + id;
    }
}
