package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.shared.UnitCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with what the operator says of a category: all of it at once. */
final class CategoryCheck {
    private static final int NAME = 100;
    private static final int MOST_ATTRIBUTES = 60;
    private static final int MOST_CHOICES = 200;

    private CategoryCheck() {}

    static List<Problem> check(String nameZh, String nameEn, List<CategoryAttribute> attributes) {
        List<Problem> problems = new ArrayList<>();
        name("nameZh", nameZh, problems);
        name("nameEn", nameEn, problems);
        if (attributes.size() > MOST_ATTRIBUTES) {
            problems.add(new Problem("attributes", "out-of-range"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            String field = "attributes[" + i + "].";
            CategoryAttribute attribute = attributes.get(i);
            if (!attribute.code().matches("[\\w-]{1,60}") || !codes.add(attribute.code())) {
                problems.add(new Problem(field + "code", attribute.code().isEmpty() ? "required" : codes.contains(attribute.code()) ? "duplicate" : "code"));
            }
            name(field + "nameZh", attribute.nameZh(), problems);
            name(field + "nameEn", attribute.nameEn(), problems);
            kind(field, attribute, problems);
        }
        return problems;
    }

    private static void kind(String field, CategoryAttribute attribute, List<Problem> problems) {
        boolean number = attribute.kind() == Kind.NUMBER;
        if (attribute.unit() != null && (!number || !UnitCode.isKnown(attribute.unit()))) {
            problems.add(new Problem(field + "unit", "unit"));
        }
        if ((attribute.least() != null || attribute.most() != null) && !number
                || attribute.least() != null && attribute.most() != null && attribute.least().compareTo(attribute.most()) > 0) {
            problems.add(new Problem(field + "most", "out-of-range"));
        }
        Set<String> codes = new HashSet<>();
        boolean choices = attribute.choices().stream().allMatch(one -> one != null && one.code() != null && one.code().matches("[\\w.-]{1,60}") && codes.add(one.code())
                && right(one.zh()) && right(one.en()));
        if (!choices || attribute.choices().size() > MOST_CHOICES || attribute.kind() == Kind.CHOICE == attribute.choices().isEmpty()) {
            problems.add(new Problem(field + "choices", "choices"));
        }
    }

    private static void name(String field, String name, List<Problem> problems) {
        if (!right(name)) {
            problems.add(new Problem(field, name == null || name.isBlank() ? "required" : "tooLong"));
        }
    }

    private static boolean right(String name) {
        return name != null && !name.isBlank() && name.strip().length() <= NAME;
    }
}
