package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.trading.catalogue.ArticleQuality;
import io.tradelane.trading.partner.Organisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** How much is said of articles, in JSON. */
@ApiController
@Tag(name = "Articles")
class QualityApi {
    private final ArticleQuality quality;
    private final Organisations organisations;

    QualityApi(ArticleQuality quality, Organisations organisations) {
        this.quality = quality;
        this.organisations = organisations;
    }

    @Operation(summary = "The fifty listed articles of which the least is said, worst first, each with what it lacks: the caller's own, for the operator of all")
    @GetMapping("/api/v1/article-quality")
    Listing<ArticleQuality.Quality> worst() {
        return new Listing<>(quality.worst(QualityPages.whose(organisations), QualityPages.WORST), null);
    }

    /** @param hours for how long what is said of stock may be relied on */
    record Promise(int hours) {}

    @Operation(summary = "For how many hours buyers can rely on what the caller says of its stock; after that it is shown as stale")
    @GetMapping("/api/v1/stock-promise")
    Promise promise() {
        return new Promise(quality.promise(PricePages.seller(organisations)));
    }

    @Operation(summary = "Changes that")
    @PutMapping("/api/v1/stock-promise")
    Promise promise(@RequestBody Promise said) {
        Commands.require(ArticleAnswers.of(quality.promise(PricePages.seller(organisations), said.hours())));
        return promise();
    }
}
