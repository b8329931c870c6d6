package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Versions;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.SearchSynonyms;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Words that mean the same to the search, in JSON. */
@ApiController
@Tag(name = "Articles")
class SynonymsApi {
    private final SearchSynonyms synonyms;

    SynonymsApi(SearchSynonyms synonyms) {
        this.synonyms = synonyms;
    }

    record Words(@Nullable List<@Nullable String> words) {

        List<String> said() {
            return words == null ? List.of() : words.stream().map(word -> Objects.requireNonNullElse(word, "")).toList();
        }
    }

    record Kept(UUID id, int version) {}

    @Operation(summary = "Groups of words of the same meaning, by their first word; q: part of a word")
    @GetMapping("/api/v1/search-synonyms")
    Listing<SearchSynonyms.Group> list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int cursor, @RequestParam(defaultValue = "50") int limit) {
        int skip = Math.clamp(cursor, 0, 1_000_000);
        int size = Listing.size(limit);
        List<SearchSynonyms.Group> groups = synonyms.list(q, skip, size + 1);
        return groups.size() > size ? new Listing<>(groups.subList(0, size), "" + (skip + size)) : new Listing<>(groups, null);
    }

    @Operation(summary = "A new group; the next search goes by it")
    @PostMapping("/api/v1/search-synonyms")
    @ResponseStatus(HttpStatus.CREATED)
    Kept create(@RequestBody Words said) {
        return done(synonyms.create(said.said()));
    }

    @Operation(summary = "Other words; needs If-Match with the version of the group")
    @PutMapping("/api/v1/search-synonyms/{id}")
    Kept change(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Words said) {
        return done(synonyms.change(id, said.said(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "The words do not mean the same any more; needs If-Match with the version of the group")
    @DeleteMapping("/api/v1/search-synonyms/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        done(synonyms.remove(id, Versions.expected(ifMatch)));
    }

    private static Kept done(ArticleResult result) {
        Commands.require(ArticleAnswers.of(result));
        ArticleResult.Done done = (ArticleResult.Done) result;
        return new Kept(done.id(), done.version());
    }
}
