package io.tradelane.trading.requirement;

import io.tradelane.trading.catalogue.GeneratedProducts;
import io.tradelane.trading.catalogue.GeneratedProducts.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lines of requirements as people write them, made from what a product is and not from what is found: three hands, each with its own words for a
 * family of products, its own way to write sizes, and its own order.
 */
final class LabelledLines {
    /** By family: clipped English, Chinese of the workshop, both mixed. */
    private static final Map<String, String[]> NAMES = names("""
            hex-bolt|bolt hex hd|外六角螺栓|hex 螺栓
            socket-screw|socket cap screw|内六角螺丝|内六角 screw
            machine-screw|screw, cross recess|十字螺丝|十字槽 screw
            hex-nut|nut hex|六角螺帽|hex 螺母
            flat-washer|washer flat|平垫片|flat 垫圈
            threaded-rod|thrd rod|全牙牙条|threaded 螺杆
            deep-groove|brg deep groove|深沟球轴承|bearing 深沟球
            tapered-roller|taper roller brg|锥形滚子轴承|圆锥 roller bearing
            oil-seal|shaft seal|骨架式油封|oil seal 骨架
            o-ring|oring|O形密封圈|O-ring 圈
            ball-valve|valve, ball|球阀门|ball 阀门
            gate-valve|vlv gate|闸阀|gate 阀
            butterfly-valve|valve butterfly type|蝶阀|butterfly 阀
            flange|flg weld|平焊法兰盘|welding 法兰
            elbow|elbow, weld|焊接弯头|elbow 弯头
            steel-pipe|pipe smls steel|无缝管|seamless 钢管
            hose|hyd hose|液压胶管|hydraulic 软管
            cable|ctrl cable|控制线缆|控制 cable
            contactor|contactor AC|交流接触器|AC 接触器
            breaker|MCB|小型空开|miniature 断路器
            relay|aux relay|中间继电器|auxiliary 继电器
            proximity|prox switch|接近传感器|proximity 开关
            photo-sensor|photo sensor|光电感应器|photoelectric 传感器
            motor|motor 3ph|三相马达|three-phase 电机
            gearbox|worm gear reducer|蜗轮减速器|worm 减速机
            pump|centrif pump|离心水泵|centrifugal 泵
            fan|axial blower|轴流风扇|axial 风机
            chain|chain roller|滚子链|roller 链条
            v-belt|vee belt|三角皮带|V带 belt
            coupling|cplg jaw|梅花联轴节|jaw 联轴器
            spring|comp spring|压簧|compression 弹簧
            drill|twist drill|麻花钻|twist 钻头
            end-mill|carbide endmill|硬质合金铣刀|合金 end mill
            tap|tap, machine|机用丝攻|machine 丝锥
            grinding-wheel|wheel grinding resin|树脂砂轮片|grinding 砂轮
            glove|gloves protective|劳保手套|防护 gloves
            helmet|hard hat|安全头盔|safety 帽
            carton|ctn corrugated|瓦楞箱|corrugated 纸箱
            tape|packing tape|封箱胶布|封箱 tape
            stretch-film|stretch wrap|拉伸膜|stretch 缠绕膜
            """);
    /** By material, by hand. */
    private static final Map<String, String[]> MATERIALS = names("""
            CS|CS|碳钢|carbon steel
            SS|SS304|304不锈钢|s/s
            BR|brass|铜|黄铜
            CI|C.I.|铸铁|cast iron
            NBR|NBR|丁腈|丁腈 NBR
            FKM|viton|氟橡胶|FKM
            AL|alu|铝|aluminum
            PA|nylon|尼龙|PA66
            """);
    private static final List<String> REMARKS = List.of("", " urgent", " as last time", " 急用", " 同上次", "");

    private LabelledLines() {}

    /** @param material whether the line says it */
    record Line(String text, Product product, boolean material) {

        boolean meant(Product other) {
            return other.family().code().equals(product.family().code()) && other.size().equals(product.size())
                    && (!material || other.material() == null || product.material() == null || other.material().code().equals(product.material().code()));
        }
    }

    /** Two products of each family, each by three hands. */
    static List<Line> all() {
        List<Line> lines = new ArrayList<>();
        int families = GeneratedProducts.FAMILIES.size();
        for (int i = 0; i < families * 2; i++) {
            Product product = GeneratedProducts.product(i % families + families * (11 + 13 * (i / families) + i % 29));
            for (int hand = 0; hand < 3; hand++) {
                lines.add(line(product, hand, i));
            }
        }
        return lines;
    }

    private static Line line(Product product, int hand, int i) {
        String name = NAMES.get(product.family().code())[hand];
        boolean says = (i + hand) % 3 != 0 && product.material() != null;
        String material = says ? MATERIALS.get(product.material().code())[hand] : "";
        String size = size(product.size(), hand, i);
        String remark = REMARKS.get((i + hand) % REMARKS.size());
        String text = switch ((i + hand) % 4) {
            case 0 -> name + " " + size + " " + material;
            case 1 -> size + " " + name + (material.isEmpty() ? "" : ", " + material);
            case 2 -> material + " " + name + " " + size;
            default -> name + (material.isEmpty() ? "" : "(" + material + ")") + " " + size;
        };
        return new Line(text.strip() + remark, product, says);
    }

    /** As this hand writes it. */
    private static String size(String size, int hand, int i) {
        if (size.endsWith(" mm")) {
            String mm = size.substring(0, size.length() - 3);
            return hand == 0 ? mm + "mm" : hand == 1 ? mm + "毫米" : i % 2 == 0 && mm.endsWith("0") ? mm.substring(0, mm.length() - 1) + "cm" : mm + " mm";
        }
        if (size.endsWith(" kW")) {
            String kw = size.substring(0, size.length() - 3);
            return hand == 0 ? kw + "KW" : hand == 1 ? kw + "千瓦" : new java.math.BigDecimal(kw).movePointRight(3).toBigInteger() + "W";
        }
        if (size.endsWith(" A")) {
            String ampere = size.substring(0, size.length() - 2);
            return hand == 0 ? ampere + "A" : hand == 1 ? ampere + "安" : ampere + " a";
        }
        if (size.startsWith("DN")) {
            return hand == 0 ? size.toLowerCase(Locale.ROOT) : hand == 1 ? "DN " + size.substring(2) : size;
        }
        if (size.contains("×")) {
            return hand == 0 ? size.replace("×", "x") : hand == 1 ? size.replace("×", "*") : size.startsWith("M") ? size.replace("×", " X ") : size.replace("×", "mm x ") + "mm";
        }
        return hand == 0 ? size.toLowerCase(Locale.ROOT) : hand == 1 ? size.replace("-", " ") : size;
    }

    private static Map<String, String[]> names(String table) {
        Map<String, String[]> names = new java.util.HashMap<>();
        table.lines().map(line -> line.split("\\|")).forEach(parts -> names.put(parts[0], new String[] {parts[1], parts[2], parts[3]}));
        return names;
    }
}
