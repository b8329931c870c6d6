package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The tree of categories in JSON. */
@ApiController
@Tag(name = "Articles")
class CategoriesApi {
    private final Categories categories;

    CategoriesApi(Categories categories) {
        this.categories = categories;
    }

    @Operation(summary = "All categories, parents before their children, each with what is to be said of an article in it")
    @GetMapping("/api/v1/categories")
    Listing<Category> list() {
        return new Listing<>(new ArrayList<>(categories.tree().values()), null);
    }

    record NewCategory(@Nullable UUID parent, @Nullable String code, @Nullable String nameZh, @Nullable String nameEn, @Nullable List<CategoryAttribute> attributes) {}

    record Created(UUID id) {}

    @Operation(summary = "A new category with attributes of its own")
    @PostMapping("/api/v1/categories")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody NewCategory said) {
        List<CategoryAttribute> attributes = said.attributes() == null ? List.of() : said.attributes();
        for (Object needed : new Object[] {said.code(), said.nameZh(), said.nameEn()}) {
            if (needed == null || needed.toString().isBlank() || needed.toString().length() > 100) {
                throw ArticleRequest.invalid("code");
            }
        }
        if (attributes.stream().anyMatch(one -> one == null || one.code() == null || !one.code().matches("[\\w-]{1,60}") || one.kind() == null || one.nameZh() == null || one.nameEn() == null)) {
            throw ArticleRequest.invalid("attributes");
        }
        try {
            return new Created(categories.create(new Categories.NewCategory(said.parent(), Objects.requireNonNull(said.code()), Objects.requireNonNull(said.nameZh()),
                            Objects.requireNonNull(said.nameEn()), attributes.stream().map(CategoriesApi::whole).toList()))
                    .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "taken", "The code is taken, or the parent is not there.")));
        } catch (IllegalArgumentException wrong) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", "attributes", "code", "choice")));
        }
    }

    private static CategoryAttribute whole(CategoryAttribute said) {
        return new CategoryAttribute(said.code(), said.nameZh(), said.nameEn(), said.kind(), said.unit(), said.least(), said.most(),
                said.choices() == null ? List.of() : said.choices(), said.mandatory(), said.facet());
    }
}
