package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with what a supplier says of an article: all of it at once. */
final class ArticleCheck {
    private static final int NAME = 200;
    private static final int SHORT = 70;
    private static final int DESCRIPTION = 20_000;
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private final List<Problem> problems = new ArrayList<>();

    /** @param form with its attributes in the units and codes of the category @param problems empty when it can be kept */
    record Checked(ArticleForm form, List<Problem> problems) {}

    /** @param category null when it names none, or one that is not there */
    static Checked check(ArticleForm form, @Nullable Category category) {
        ArticleCheck check = new ArticleCheck();
        check.texts(form);
        if (form.gtin() != null && !CheckDigit.isGtin(form.gtin())) {
            check.wrong("gtin", "gtin");
        }
        if (!UnitCode.isKnown(form.unit())) {
            check.wrong("unit", "unit");
        }
        check.positive("packQuantity", form.packQuantity());
        check.positive("minQuantity", form.minQuantity());
        check.positive("stepQuantity", form.stepQuantity());
        if (form.leadDays() != null && (form.leadDays() < 0 || form.leadDays() > 3650)) {
            check.wrong("leadDays", "out-of-range");
        }
        if (form.category() != null && category == null) {
            check.wrong("category", "unknown");
        }
        Map<String, String> attributes = check.attributes(form.attributes(), category);
        return new Checked(new ArticleForm(form.number().strip(), form.gtin(), form.nameZh(), form.nameEn(), form.category(), form.brand(), form.model(), form.spec(),
                form.descriptionZh(), form.descriptionEn(), form.unit(), form.packQuantity(), form.minQuantity(), form.stepQuantity(), form.leadDays(), attributes,
                form.variantOf()), List.copyOf(check.problems));
    }

    /** What is missing before the operator can look at it. */
    static List<Problem> missing(ArticleForm form, @Nullable Category category, boolean priced) {
        ArticleCheck check = new ArticleCheck();
        if (category == null) {
            check.wrong("category", "required");
        } else {
            category.attributes().stream().filter(CategoryAttribute::mandatory).filter(attribute -> !form.attributes().containsKey(attribute.code()))
                    .forEach(attribute -> check.wrong("attributes." + attribute.code(), "required"));
        }
        if (!priced) {
            check.wrong("price", "required");
        }
        return check.problems;
    }

    private void texts(ArticleForm form) {
        if (form.number().isBlank()) {
            wrong("number", "required");
        }
        longest("number", form.number(), SHORT);
        if (form.nameZh() == null && form.nameEn() == null) {
            wrong("nameEn", "required");
        }
        longest("nameZh", form.nameZh(), NAME);
        longest("nameEn", form.nameEn(), NAME);
        longest("brand", form.brand(), SHORT);
        longest("model", form.model(), SHORT);
        longest("spec", form.spec(), NAME);
        longest("descriptionZh", form.descriptionZh(), DESCRIPTION);
        longest("descriptionEn", form.descriptionEn(), DESCRIPTION);
    }

    private Map<String, String> attributes(Map<String, String> said, @Nullable Category category) {
        Map<String, String> kept = new TreeMap<>();
        List<CategoryAttribute> known = category == null ? List.of() : category.attributes();
        said.forEach((code, value) -> known.stream().filter(attribute -> attribute.code().equals(code)).findFirst().ifPresentOrElse(
                attribute -> value(attribute, value.strip()).ifPresent(right -> kept.put(code, right)),
                () -> wrong("attributes." + code, "unknown")));
        return kept;
    }

    private Optional<String> value(CategoryAttribute attribute, String value) {
        String field = "attributes." + attribute.code();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        switch (attribute.kind()) {
            case TEXT -> {
                longest(field, value, NAME);
                return Optional.of(value);
            }
            case NUMBER -> {
                Optional<BigDecimal> number = Measures.in(attribute.unit(), value);
                if (number.isEmpty()) {
                    wrong(field, "number");
                } else if (attribute.least() != null && number.get().compareTo(attribute.least()) < 0
                        || attribute.most() != null && number.get().compareTo(attribute.most()) > 0) {
                    wrong(field, "out-of-range");
                }
                return number.map(BigDecimal::toPlainString);
            }
            case CHOICE -> {
                Optional<String> code = attribute.choices().stream()
                        .filter(choice -> choice.code().equalsIgnoreCase(value) || choice.zh().equals(value) || choice.en().equalsIgnoreCase(value))
                        .map(CategoryAttribute.Choice::code).findFirst();
                if (code.isEmpty()) {
                    wrong(field, "choice");
                }
                return code;
            }
            case YES_NO -> {
                if (!value.equals("true") && !value.equals("false")) {
                    wrong(field, "choice");
                }
                return Optional.of(value);
            }
        }
        throw new IllegalStateException(attribute.kind().name());
    }

    private void longest(String field, @Nullable String value, int most) {
        if (value != null && value.length() > most) {
            wrong(field, "tooLong");
        }
    }

    private void positive(String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            wrong(field, "not-positive");
        } else if (value != null && (value.compareTo(LARGEST) >= 0 || value.stripTrailingZeros().scale() > 6)) {
            wrong(field, "out-of-range");
        }
    }

    private void wrong(String field, String code) {
        problems.add(new Problem(field, code));
    }
}
