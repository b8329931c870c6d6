package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.CategoryChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The tree of categories in JSON. */
@ApiController
@Tag(name = "Articles")
class CategoriesApi {
    private final Categories categories;
    private final CategoryChanges changes;

    CategoriesApi(Categories categories, CategoryChanges changes) {
        this.changes = changes;
        this.categories = categories;
    }

    @Operation(summary = "All categories, parents before their children, each with what is to be said of an article in it")
    @GetMapping("/api/v1/categories")
    Listing<Category> list() {
        return new Listing<>(new ArrayList<>(categories.tree().values()), null);
    }

    record NewCategory(@Nullable UUID parent, @Nullable String code, @Nullable String nameZh, @Nullable String nameEn, @Nullable List<CategoryAttribute> attributes) {}

    record Created(UUID id) {}

    record Kept(Category category, List<CategoryChanges.Own> own) {}

    @Operation(summary = "One category, for the operator with all attributes of its own, retired ones too")
    @GetMapping("/api/v1/categories/{id}")
    ResponseEntity<Kept> category(@PathVariable UUID id) {
        Category category = NotFound.orElse404(categories.find(id));
        return Versions.tagged(category.version(), new Kept(category, changes.own(id)));
    }

    @Operation(summary = "A new category with attributes of its own")
    @PostMapping("/api/v1/categories")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody NewCategory said) {
        ArticleResult result = changes.create(said.parent(), text(said.code()), text(said.nameZh()), text(said.nameEn()), whole(said.attributes()));
        if (result instanceof ArticleResult.Invalid invalid && invalid.problems().stream().anyMatch(problem -> problem.code().equals("taken") || problem.field().equals("parent"))) {
            throw new Problem(HttpStatus.CONFLICT, "taken", "The code is taken, or the parent is not there.");
        }
        return new Created(done(result));
    }

    @Operation(summary = "Other names and attributes of its own: one that is not named retires, one that had retired and is named comes back; code, kind and unit stay. Needs If-Match")
    @PutMapping("/api/v1/categories/{id}")
    ResponseEntity<Kept> change(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody NewCategory said) {
        return category(done(changes.change(id, text(said.nameZh()), text(said.nameEn()), whole(said.attributes()), Versions.expected(ifMatch))));
    }

    @Operation(summary = "No more articles are put into it; those in it stay. Needs If-Match")
    @PostMapping("/api/v1/categories/{id}/retirement")
    ResponseEntity<Kept> retire(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return category(done(changes.retire(id, Versions.expected(ifMatch))));
    }

    @Operation(summary = "Articles are put into it again; needs If-Match")
    @DeleteMapping("/api/v1/categories/{id}/retirement")
    ResponseEntity<Kept> reinstate(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return category(done(changes.reinstate(id, Versions.expected(ifMatch))));
    }

    private static UUID done(ArticleResult result) {
        Commands.require(ArticleAnswers.of(result));
        return ((ArticleResult.Done) result).id();
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }

    /** @throws Problem for one without code, kind or names */
    private static List<CategoryAttribute> whole(@Nullable List<CategoryAttribute> said) {
        List<CategoryAttribute> attributes = said == null ? List.of() : said;
        if (attributes.stream().anyMatch(one -> one == null || one.code() == null || one.kind() == null || one.nameZh() == null || one.nameEn() == null)) {
            throw ArticleRequest.invalid("attributes");
        }
        return attributes.stream().map(CategoriesApi::whole).toList();
    }

    private static CategoryAttribute whole(CategoryAttribute said) {
        return new CategoryAttribute(said.code(), said.nameZh(), said.nameEn(), said.kind(), said.unit(), said.least(), said.most(),
                said.choices() == null ? List.of() : said.choices(), said.mandatory(), said.facet());
    }
}
