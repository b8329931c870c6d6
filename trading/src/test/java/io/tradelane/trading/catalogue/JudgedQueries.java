package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.GeneratedProducts.Family;
import io.tradelane.trading.catalogue.GeneratedProducts.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people type, and which of the generated products they mean by it; judged by what a product is, before anything is looked for. */
public final class JudgedQueries {
    /** What is said in the trade besides the family's own names. */
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("hex-bolt", "外六角螺栓"), Map.entry("hex-nut", "六角螺帽"), Map.entry("socket-screw", "内六角螺丝"),
            Map.entry("flat-washer", "平垫片"), Map.entry("breaker", "小型空开"), Map.entry("motor", "三相马达"), Map.entry("gearbox", "蜗轮减速器"), Map.entry("ball-valve", "ball valves"),
            Map.entry("deep-groove", "deep groove bearings"), Map.entry("oil-seal", "shaft seals"), Map.entry("stretch-film", "拉伸膜"), Map.entry("tape", "封箱胶布"),
            Map.entry("helmet", "hard hat"), Map.entry("carton", "corrugated cardboard box"), Map.entry("drill", "twist drills"), Map.entry("pump", "centrifugal pumps"),
            Map.entry("proximity", "proximity sensor"), Map.entry("tapered-roller", "锥形滚子轴承"), Map.entry("v-belt", "v belts"), Map.entry("o-ring", "O形圈"));

    private JudgedQueries() {}

    /** @param number of one product only */
    public record Query(String text, String kind, @Nullable Family family, @Nullable String size, @Nullable Choice material, @Nullable String brand, @Nullable String number) {

        /** 3: all that is asked for. 1: the right family, and something else is otherwise. 0: something else. */
        public int grade(Product product) {
            if (number != null) {
                return product.number().equals(number) ? 3 : 0;
            }
            boolean right = family == null || product.family().code().equals(family.code());
            boolean rest = (size == null || product.size().equals(size)) && (material == null || material.equals(product.material())) && (brand == null || brand.equals(product.brand()));
            return right && rest ? 3 : right && family != null ? 1 : 0;
        }
    }

    public static List<Query> all() {
        List<Query> all = new ArrayList<>();
        for (int i = 0; i < GeneratedProducts.FAMILIES.size(); i++) {
            Family family = GeneratedProducts.FAMILIES.get(i);
            Product product = GeneratedProducts.product(i + GeneratedProducts.FAMILIES.size() * (1 + i % 7));
            String en = family.en().toLowerCase(Locale.ROOT);
            all.add(new Query(family.zh() + " " + product.size(), "Chinese and size", family, product.size(), null, null, null));
            all.add(new Query(en + " " + product.size().toLowerCase(Locale.ROOT).replace('×', i % 2 == 0 ? 'x' : '*'), "English and size", family, product.size(), null, null, null));
            all.add(new Query(product.material().zh() + family.zh(), "Chinese run with material", family, null, product.material(), null, null));
            all.add(new Query(family.en() + " " + product.material().en().toLowerCase(Locale.ROOT) + " " + product.brand(), "English, material, brand", family, null, product.material(), product.brand(), null));
            all.add(new Query(i % 2 == 0 ? product.number() : product.number().toLowerCase(Locale.ROOT).replace("-", ""), "article number", null, null, null, null, product.number()));
            if (!family.pinyin().isEmpty() && !family.code().equals("chain")) {
                all.add(new Query(family.pinyin(), "pinyin", family, null, null, null, null));
            }
            if (ALIASES.containsKey(family.code())) {
                all.add(new Query(ALIASES.get(family.code()), "synonym", family, null, null, null, null));
            }
            String longest = java.util.Arrays.stream(en.split("[ -]")).max(java.util.Comparator.comparingInt(String::length)).orElse(en);
            if (longest.length() > 6) {
                int middle = longest.length() / 2;
                String typo = i % 2 == 0 ? longest.substring(0, middle) + longest.substring(middle + 1)
                        : longest.substring(0, middle) + longest.charAt(middle + 1) + longest.charAt(middle) + longest.substring(middle + 2);
                all.add(new Query(en.replace(longest, typo), "typo", family, null, null, null, null));
            }
        }
        return all;
    }

    /** @param found grades of what was found, best place first @param ideal grades of all products, best first */
    public static double ndcg(List<Integer> found, List<Integer> ideal) {
        double best = gain(ideal);
        return best == 0 ? 1 : gain(found) / best;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
