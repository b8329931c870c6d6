package io.tradelane.server.demo;

import io.tradelane.trading.partner.Organisation.Kind;

/** The companies of the demo. Their numbers have right check digits; none belongs to a real company. */
enum Company {
    OPERATOR("Tradelane Operations", "Tradelane 运营中心", Kind.OPERATOR, "6900000000014", "CNY", ""),
    HUAXING("Huaxing Components", "华兴零部件", Kind.BUYER, "6901234000016", "CNY", "DE62370400440532013001"),
    BRIGHTLINE("Brightline Retail GmbH", "亮线零售", Kind.BUYER, "4001234000022", "EUR", "DE35370400440532013002"),
    WESTFIELD("Westfield Tooling Ltd", "韦斯特菲尔德模具", Kind.BUYER, "5001234000038", "EUR", "DE08370400440532013003"),
    HAINA("Ningbo Haina Fasteners", "宁波海纳紧固件", Kind.SUPPLIER, "6902345000117", "CNY", "DE83370400440532013011"),
    BEICHEN("Tianjin Beichen Bearings", "天津北辰轴承", Kind.SUPPLIER, "6902345000223", "EUR", "DE77370400440532013022"),
    JINGONG("Wuxi Jingong Moulds", "无锡精工模具", Kind.SUPPLIER, "6902345000339", "EUR", "DE71370400440532013033"),
    BANK("Harbour Bank", "海港银行", Kind.BANK, "6903456000010", "EUR", ""),
    CARRIER("Jianghai Logistics", "江海物流", Kind.CARRIER, "6903456001024", "CNY", "");

    final String title;
    final String titleLocal;
    final Kind kind;
    final String gln;
    final String currency;
    final String account;

    Company(String title, String titleLocal, Kind kind, String gln, String currency, String account) {
        this.title = title;
        this.titleLocal = titleLocal;
        this.kind = kind;
        this.gln = gln;
        this.currency = currency;
        this.account = account;
    }

    /** Folder name and part of the addresses of its people. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
