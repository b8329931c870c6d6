package io.tradelane.server.demo.history;

import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import java.util.List;
import java.util.Locale;

/** What names of goods are made of. */
final class Words {
    static final List<Choice> MATERIALS = List.of(new Choice("CS", "碳钢", "Carbon steel"), new Choice("A2", "304不锈钢", "Stainless steel A2"), new Choice("BR", "黄铜", "Brass"),
            new Choice("CI", "球墨铸铁", "Ductile iron"), new Choice("AL", "铝合金", "Aluminium"), new Choice("PU", "聚氨酯", "Polyurethane"), new Choice("CU", "紫铜", "Copper"),
            new Choice("GR", "柔性石墨", "Graphite"), new Choice("PA", "尼龙66", "Nylon"), new Choice("HM", "硬质合金", "Carbide"), new Choice("KB", "五层瓦楞", "Corrugated board"));
    static final List<String[]> GROUPS = List.of(new String[] {"fixings", "连接件", "Fixings"}, new String[] {"motion", "传动与轴承", "Motion and bearings"},
            new String[] {"pipes", "管路阀门", "Pipes and valves"}, new String[] {"electrical", "电气自动化", "Electrical and automation"}, new String[] {"fluid", "气动液压", "Fluid power"},
            new String[] {"tools", "刀具与模具件", "Tools and die parts"}, new String[] {"supplies", "劳保与包装", "Safety and packaging"});
    private static final List<Integer> THREADS = List.of(3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24);
    private static final List<Integer> LENGTHS = List.of(8, 10, 12, 16, 20, 25, 30, 35, 40, 50, 60, 80, 100, 120);

    private Words() {}

    /** A size as it is printed in a catalogue. */
    static String size(String kind, Chance chance) {
        int thread = chance.of(THREADS);
        int length = chance.of(LENGTHS);
        return switch (kind) {
            case "thread" -> "M" + thread + "×" + length;
            case "nut" -> "M" + thread;
            case "bearing" -> chance.of(List.of("NU", "N", "51", "UCP", "NJ")) + (200 + chance.between(1, 24));
            case "belt" -> chance.of(List.of("HTD 3M", "HTD 5M", "HTD 8M", "T5", "T10")) + "-" + length * 10 + "-" + chance.of(List.of(9, 15, 20, 25));
            case "teeth" -> chance.of(List.of("06B", "08B", "10B", "12B")) + "-" + chance.between(11, 38);
            case "rail" -> "HG" + chance.of(List.of(15, 20, 25, 30)) + "×" + length * 20 + " mm";
            case "ring" -> thread * 2 + "×" + (thread * 2 + chance.between(5, 20)) + "×" + chance.between(4, 12);
            case "nominal" -> "DN" + chance.of(List.of(15, 20, 25, 32, 40, 50, 65, 80, 100, 125, 150)) + " PN" + chance.of(List.of(10, 16, 25, 40));
            case "watts" -> chance.of(List.of(15, 35, 60, 75, 120, 240, 480)) + " W " + chance.of(List.of(12, 24, 48)) + " V";
            case "section" -> chance.of(List.of("1.5", "2.5", "4", "6", "10", "16")) + " mm² " + chance.between(2, 12) + "P";
            case "volts" -> chance.of(List.of(24, 110, 230, 400)) + " V " + chance.of(List.of("IP54", "IP65", "IP67"));
            case "kilowatts" -> chance.of(List.of("0.75", "1.5", "2.2", "4", "5.5", "7.5", "11")) + " kW " + chance.of(List.of("230 V", "400 V"));
            case "wire" -> chance.of(List.of(3, 4, 7, 12)) + "×" + chance.of(List.of("0.75", "1", "1.5", "2.5", "4"));
            case "stroke" -> "Ø" + chance.of(List.of(16, 20, 25, 32, 40, 50, 63, 80)) + "×" + length * 2 + " mm";
            case "port" -> "G" + chance.of(List.of("1/8", "1/4", "3/8", "1/2")) + " " + chance.of(List.of("24 V", "230 V"));
            case "tube" -> chance.of(List.of(4, 6, 8, 10, 12, 16)) + " mm×G" + chance.of(List.of("1/8", "1/4", "3/8", "1/2"));
            case "bar" -> "0–" + chance.of(List.of("2.5", "6", "10", "16", "25", "100")) + " bar Ø" + chance.of(List.of(40, 63, 100));
            case "step" -> chance.between(3, 8) + "–" + chance.between(10, 36) + " mm";
            case "insert" -> chance.of(List.of("CNMG", "DNMG", "WNMG", "TNMG", "VBMT")) + " " + chance.of(List.of("120404", "120408", "160404", "160408", "080404"));
            case "disc" -> "Ø" + chance.of(List.of(160, 210, 250, 300, 350)) + "×" + chance.of(List.of(24, 40, 60, 80)) + "T";
            case "coil" -> thread * 2 + "×" + length + " mm";
            case "wear" -> chance.of(List.of("S", "M", "L", "XL")) + " " + chance.of(List.of("A", "B", "C", "D", "E", "F")) + chance.between(1, 9);
            case "roll" -> chance.of(List.of(300, 400, 500)) + " mm×" + chance.between(10, 40) * 10 + " m";
            default -> length * 6 + "×" + length * 4 + "×" + thread * 15 + " mm";
        };
    }

    static String inNumber(String size) {
        return size.toUpperCase(Locale.ROOT).replace('×', 'X').replaceAll("[^A-Z0-9]+", "");
    }
}
