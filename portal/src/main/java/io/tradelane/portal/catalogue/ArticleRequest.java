package io.tradelane.portal.catalogue;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.catalogue.ArticleForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An {@link ArticleForm} as JSON gives it, where anything may be missing. */
record ArticleRequest(
        @Nullable String number,
        @Nullable String gtin,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable UUID category,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String spec,
        @Nullable String descriptionZh,
        @Nullable String descriptionEn,
        @Nullable String unit,
        @Nullable BigDecimal packQuantity,
        @Nullable BigDecimal minQuantity,
        @Nullable BigDecimal stepQuantity,
        @Nullable Integer leadDays,
        @Nullable Map<String, String> attributes,
        @Nullable UUID variantOf) {

    ArticleForm form() {
        Map<String, String> said = attributes == null ? Map.of() : attributes;
        if (said.values().stream().anyMatch(Objects::isNull)) {
            throw invalid("attributes");
        }
        return new ArticleForm(Objects.requireNonNullElse(number, ""), gtin, nameZh, nameEn, category, brand, model, spec, descriptionZh, descriptionEn,
                Objects.requireNonNullElse(unit, "PCE"), packQuantity, minQuantity, stepQuantity, leadDays, said, variantOf);
    }

    static Problem invalid(String field) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", "required")));
    }
}
