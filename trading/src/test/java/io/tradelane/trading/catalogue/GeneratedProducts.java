package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of a hardware trade, the same ones whenever they are made: 40 families in 8 groups, in Chinese, in English or in both. */
public final class GeneratedProducts {
    private static final long SEED = 20261127;
    private static final int BATCH = 2000;
    static final List<Choice> MATERIALS = List.of(new Choice("CS", "碳钢", "Carbon steel"), new Choice("SS", "不锈钢", "Stainless steel"), new Choice("BR", "黄铜", "Brass"),
            new Choice("CI", "铸铁", "Cast iron"), new Choice("NBR", "丁腈橡胶", "NBR"), new Choice("FKM", "氟橡胶", "FKM"), new Choice("AL", "铝合金", "Aluminium"),
            new Choice("PA", "尼龙", "Nylon"));
    private static final List<String> BRANDS = List.of("Haina", "Beichen", "Jingong", "Norvik", "Kessler", "Tairun", "Delmar", "Ostwind", "Wanlong", "Petrel");
    private static final List<String> GRADES = List.of("A", "B", "C", "D", "E", "F");

    private GeneratedProducts() {}

    /** @param sizes how its sizes look @param materials indexes of {@link #MATERIALS} */
    public record Family(String code, String group, String zh, String en, String pinyin, String sizes, String materials) {}

    static final List<String[]> GROUPS = List.of(new String[] {"fasteners", "紧固件", "Fasteners"}, new String[] {"bearings", "轴承与密封", "Bearings and seals"},
            new String[] {"piping", "管阀件", "Piping"}, new String[] {"electrical", "电气", "Electrical"}, new String[] {"drives", "传动", "Drives"},
            new String[] {"cutting", "刀具磨具", "Cutting tools"}, new String[] {"safety", "劳保用品", "Safety"}, new String[] {"packaging", "包装耗材", "Packaging"});

    public static final List<Family> FAMILIES = """
            hex-bolt|fasteners|六角螺栓|Hex bolt|liujiaoluoshuan|thread|012
            socket-screw|fasteners|内六角螺钉|Socket head screw|neiliujiaoluoding|thread|01
            machine-screw|fasteners|十字槽螺钉|Cross recessed screw|shizicaoluoding|thread|012
            hex-nut|fasteners|六角螺母|Hex nut|liujiaoluomu|nut|012
            flat-washer|fasteners|平垫圈|Flat washer|pingdianquan|nut|0127
            threaded-rod|fasteners|全牙螺杆|Threaded rod|quanyaluogan|thread|01
            deep-groove|bearings|深沟球轴承|Deep groove ball bearing|shengouqiuzhoucheng|ball|01
            tapered-roller|bearings|圆锥滚子轴承|Tapered roller bearing|yuanzhuigunzizhoucheng|taper|0
            oil-seal|bearings|骨架油封|Oil seal|gujiayoufeng|ring|45
            o-ring|bearings|O型圈|O-ring||oring|45
            ball-valve|piping|球阀|Ball valve|qiufa|dn|123
            gate-valve|piping|闸阀|Gate valve|zhafa|dn|13
            butterfly-valve|piping|蝶阀|Butterfly valve|diefa|dn|13
            flange|piping|平焊法兰|Welding flange|pinghanfalan|dn|01
            elbow|piping|焊接弯头|Welded elbow|hanjiewantou|dn|01
            steel-pipe|piping|无缝钢管|Seamless steel pipe|wufenggangguan|pipe|01
            hose|piping|液压软管|Hydraulic hose|yeyaruanguan|pipe|4
            cable|electrical|控制电缆|Control cable|kongzhidianlan|wire|6
            contactor|electrical|交流接触器|AC contactor|jiaoliujiechuqi|amp|7
            breaker|electrical|小型断路器|Miniature circuit breaker|xiaoxingduanluqi|amp|7
            relay|electrical|中间继电器|Auxiliary relay|zhongjianjidianqi|amp|7
            proximity|electrical|接近开关|Proximity switch|jiejinkaiguan|nut|12
            photo-sensor|electrical|光电传感器|Photoelectric sensor|guangdianchuanganqi|nut|7
            motor|drives|三相电机|Three-phase motor|sanxiangdianji|kw|36
            gearbox|drives|蜗轮减速机|Worm gearbox|wolunjiansuji|kw|36
            pump|drives|离心泵|Centrifugal pump|lixinbeng|kw|13
            fan|drives|轴流风机|Axial fan|zhouliufengji|kw|06
            chain|drives|滚子链条|Roller chain|gunzilantiao|mm|01
            v-belt|drives|三角带|V-belt|sanjiaodai|mm|4
            coupling|drives|梅花联轴器|Jaw coupling|meihualianzhouqi|mm|06
            spring|drives|压缩弹簧|Compression spring|yasuotanhuang|ring|01
            drill|cutting|麻花钻头|Twist drill bit|mahuazuantou|mm|0
            end-mill|cutting|硬质合金铣刀|Carbide end mill|yingzhihejinxidao|mm|0
            tap|cutting|机用丝锥|Machine tap|jiyongsizhui|nut|0
            grinding-wheel|cutting|树脂砂轮|Resin grinding wheel|shuzhishalun|ring|0
            glove|safety|防护手套|Protective glove|fanghushoutao|plain|47
            helmet|safety|安全帽|Safety helmet|anquanmao|plain|7
            carton|packaging|瓦楞纸箱|Corrugated carton|walengzhixiang|box|0
            tape|packaging|封箱胶带|Packing tape|fengxiangjiaodai|mm|7
            stretch-film|packaging|缠绕膜|Stretch film|chanraomo|mm|7
            """.lines().map(line -> line.strip().split("\\|")).map(f -> new Family(f[0], f[1], f[2], f[3], f[4], f[5], f[6])).toList();

    /** @param size as it is written in its names, {@code M8×40} @param material null: nothing is said */
    public record Product(
            int n, Family family, String size, @Nullable Choice material, String brand, String number, @Nullable String nameZh, @Nullable String nameEn, String descriptionZh,
            String descriptionEn, BigDecimal price, BigDecimal stock, int leadDays) {}

    public static Product product(int n) {
        SplittableRandom random = new SplittableRandom(SEED + n * 7919L);
        Family family = FAMILIES.get(n % FAMILIES.size());
        String size = size(family.sizes(), random);
        Choice material = MATERIALS.get(family.materials().charAt(random.nextInt(family.materials().length())) - '0');
        String brand = BRANDS.get(random.nextInt(BRANDS.size()));
        String grade = GRADES.get(random.nextInt(GRADES.size()));
        String number = brand.substring(0, 2).toUpperCase(Locale.ROOT) + "-" + size.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "") + "-" + (100_000 + n) + grade;
        int language = random.nextInt(3);
        String zh = material.zh() + family.zh() + " " + size;
        String en = material.en() + " " + family.en().toLowerCase(Locale.ROOT) + " " + size;
        return new Product(n, family, size, material, brand, number, language == 1 ? null : zh, language == 0 ? null : en,
                brand + "牌" + family.zh() + "，材质" + material.zh() + "，规格" + size + "，等级" + grade + "。",
                family.en() + " by " + brand + ", made of " + material.en().toLowerCase(Locale.ROOT) + ", size " + size + ", grade " + grade + ".",
                BigDecimal.valueOf(5 + random.nextInt(200_000), 2), BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(5000)), 1 + random.nextInt(30));
    }

    private static String size(String kind, SplittableRandom random) {
        int[] threads = {4, 5, 6, 8, 10, 12, 16, 20};
        int[] lengths = {10, 16, 20, 25, 30, 40, 50, 60, 80, 100};
        int thread = threads[random.nextInt(threads.length)];
        int length = lengths[random.nextInt(lengths.length)];
        return switch (kind) {
            case "thread" -> "M" + thread + "×" + length;
            case "nut" -> "M" + thread;
            case "ball" -> "6" + random.nextInt(4) + "0" + random.nextInt(10) + (random.nextBoolean() ? "-2RS" : "-ZZ");
            case "taper" -> "30" + (200 + random.nextInt(20));
            case "ring" -> thread * 3 + "×" + (thread * 3 + 10) + "×" + (5 + random.nextInt(4));
            case "oring" -> (thread * 2) + "×" + (1 + random.nextInt(4)) + ".5";
            case "dn" -> "DN" + List.of(15, 20, 25, 32, 40, 50, 65, 80, 100).get(random.nextInt(9));
            case "pipe" -> (thread * 5) + "×" + (2 + random.nextInt(5));
            case "wire" -> (2 + random.nextInt(4)) + "×" + List.of("0.75", "1.5", "2.5", "4").get(random.nextInt(4));
            case "amp" -> List.of(6, 10, 16, 25, 32, 40, 63).get(random.nextInt(7)) + " A";
            case "kw" -> List.of("0.37", "0.75", "1.5", "2.2", "4", "7.5", "11").get(random.nextInt(7)) + " kW";
            case "mm" -> length + " mm";
            case "box" -> length * 10 + "×" + length * 5 + "×" + thread * 20;
            default -> "L" + (7 + random.nextInt(5));
        };
    }

    /** The categories of the families, by family. */
    public static Map<String, UUID> categories(Categories categories) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        for (String[] group : GROUPS) {
            categories.create(new Categories.NewCategory(null, group[0], group[1], group[2], List.of())).ifPresent(id -> ids.put(group[0], id));
        }
        for (Family family : FAMILIES) {
            categories.create(new Categories.NewCategory(ids.get(family.group()), family.code(), family.zh(), family.en(), List.of(
                    new CategoryAttribute("material", "材质", "Material", Kind.CHOICE, null, null, null, MATERIALS, true, true),
                    new CategoryAttribute("weight", "重量", "Weight", Kind.NUMBER, "GRM", BigDecimal.ZERO, null, List.of(), false, true)))).ifPresent(id -> ids.put(family.code(), id));
        }
        return ids;
    }

    /** Products {@code from} to below {@code to}, listed, in turn of the suppliers; in the transaction of the caller. */
    public static void insert(JdbcClient jdbc, ArticleIndexing index, Map<String, UUID> categories, List<UUID> suppliers, int from, int to) {
        for (int start = from; start < to; start += BATCH) {
            List<Product> batch = Stream.iterate(start, n -> n + 1).limit(Math.min(BATCH, to - start)).map(GeneratedProducts::product).toList();
            List<UUID> ids = batch.stream().map(product -> Ids.next()).toList();
            jdbc.sql("""
                            insert into article (id, supplier_org_id, number, name_zh, name_en, unit, category_id, brand, spec, description_zh, description_en, attributes,
                                lead_days, stock, stock_as_of, listing, listed)
                            select u.id, u.supplier, u.number, u.zh, u.en, 'PCE', u.category, u.brand, u.spec, u.dzh, u.den, cast(u.attributes as jsonb), u.lead, u.stock, now(),
                                   'LISTED', tstzrange(now(), null)
                              from unnest(cast(:ids as uuid[]), cast(:suppliers as uuid[]), cast(:numbers as text[]), cast(:zh as text[]), cast(:en as text[]), cast(:categories as uuid[]),
                                          cast(:brands as text[]), cast(:specs as text[]), cast(:dzh as text[]), cast(:den as text[]), cast(:attributes as text[]), cast(:leads as int[]),
                                          cast(:stocks as numeric[])) as u (id, supplier, number, zh, en, category, brand, spec, dzh, den, attributes, lead, stock)
                            """)
                    .param("ids", texts(ids)).param("suppliers", texts(batch.stream().map(p -> suppliers.get(p.n() % suppliers.size())).toList()))
                    .param("numbers", texts(batch.stream().map(Product::number).toList())).param("zh", texts(new ArrayList<>(batch.stream().map(Product::nameZh).toList())))
                    .param("en", texts(batch.stream().map(Product::nameEn).toList())).param("categories", texts(batch.stream().map(p -> categories.get(p.family().code())).toList()))
                    .param("brands", texts(batch.stream().map(Product::brand).toList())).param("specs", texts(batch.stream().map(Product::size).toList()))
                    .param("dzh", texts(batch.stream().map(Product::descriptionZh).toList())).param("den", texts(batch.stream().map(Product::descriptionEn).toList()))
                    .param("attributes", texts(batch.stream().map(GeneratedProducts::attributes).toList())).param("leads", texts(batch.stream().map(Product::leadDays).toList()))
                    .param("stocks", texts(batch.stream().map(Product::stock).toList()))
                    .update();
            jdbc.sql("""
                            insert into list_price (id, supplier_org_id, article_id, amount, currency, basis, unit, validity)
                            select gen_random_uuid(), u.supplier, u.id, u.amount, 'CNY', 1, 'PCE', daterange(current_date, null)
                              from unnest(cast(:ids as uuid[]), cast(:suppliers as uuid[]), cast(:amounts as numeric[])) as u (id, supplier, amount)
                            """)
                    .param("ids", texts(ids)).param("suppliers", texts(batch.stream().map(p -> suppliers.get(p.n() % suppliers.size())).toList()))
                    .param("amounts", texts(batch.stream().map(Product::price).toList()))
                    .update();
            jdbc.sql("""
                            insert into stock_share (id, supplier_org_id, mode) select gen_random_uuid(), u.supplier, 'EXACT' from unnest(cast(:suppliers as uuid[])) as u (supplier)
                            on conflict do nothing
                            """).param("suppliers", texts(suppliers)).update();
            index.refresh(ids);
        }
    }

    /** {@link ArticleIndex}, for who is in no room. */
    public interface ArticleIndexing {
        void refresh(List<UUID> articles);
    }

    public static ArticleIndexing indexing(org.springframework.beans.factory.BeanFactory beans) {
        return beans.getBean(ArticleIndex.class)::refresh;
    }

    private static String attributes(Product product) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("material", product.material().code());
        attributes.put("weight", String.valueOf(1 + product.n() % 900));
        return io.tradelane.trading.partner.SqlValues.json(attributes);
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
