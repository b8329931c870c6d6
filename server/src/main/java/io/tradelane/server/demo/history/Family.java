package io.tradelane.server.demo.history;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of goods; each is a category.
 *
 * @param group of the category above @param sizes how its sizes look, see {@link Words#size} @param materials places in {@link Words#MATERIALS}
 * @param price of a middling one, CNY @param quantity a usual order @param unit UN/ECE Recommendation 20 @param season month in which most is bought, 0: all year the same
 * @param drift of the price in a year, percent @param suppliers who make it
 */
record Family(String code, String group, String zh, String en, String sizes, String materials, double price, int quantity, String unit, int season, double drift, String suppliers) {
    static final List<Family> ALL = """
            flange-bolts|fixings|法兰面螺栓|flange bolt|thread|01|0.55|2000|PCE|0|4|02
            set-screws|fixings|紧定螺钉|set screw|thread|01|0.18|3000|PCE|0|3|02
            lock-nuts|fixings|尼龙锁紧螺母|lock nut|nut|012|0.22|4000|PCE|0|3|02
            spring-washers|fixings|弹簧垫圈|spring washer|nut|01|0.05|6000|PCE|0|5|0
            blind-rivets|fixings|抽芯铆钉|blind rivet|thread|014|0.12|5000|PCE|4|-2|05
            anchors|fixings|膨胀螺栓|expansion anchor|thread|01|1.3|800|PCE|5|4|0
            roller-bearings|motion|圆柱滚子轴承|cylindrical roller bearing|bearing|0|48|60|PCE|0|2|1
            thrust-bearings|motion|推力球轴承|thrust ball bearing|bearing|0|26|80|PCE|0|2|1
            pillow-blocks|motion|带座轴承|pillow block bearing|bearing|03|39|40|PCE|3|1|1
            timing-belts|motion|同步带|timing belt|belt|5|31|50|PCE|0|-1|13
            sprockets|motion|链轮|sprocket|teeth|03|42|30|PCE|0|3|12
            linear-guides|motion|直线导轨|linear guide|rail|01|210|12|PCE|9|-3|12
            lip-seals|motion|唇形密封圈|lip seal|ring|56|3.4|300|PCE|0|2|14
            globe-valves|pipes|截止阀|globe valve|nominal|123|96|25|PCE|4|3|4
            check-valves|pipes|止回阀|check valve|nominal|123|74|30|PCE|4|3|4
            pipe-clamps|pipes|管夹|pipe clamp|nominal|014|4.2|300|PCE|5|1|40
            tees|pipes|三通|pipe tee|nominal|12|18|80|PCE|4|2|4
            reducers|pipes|异径管|concentric reducer|nominal|12|15|80|PCE|0|2|4
            gaskets|pipes|金属缠绕垫片|spiral wound gasket|nominal|17|9.5|200|PCE|0|1|41
            power-supplies|electrical|开关电源|switching power supply|watts|4|118|20|PCE|0|-4|3
            terminal-blocks|electrical|接线端子|terminal block|section|8|2.1|500|PCE|0|-1|3
            signal-lamps|electrical|信号指示灯|signal lamp|volts|8|7.8|100|PCE|0|-2|3
            limit-switches|electrical|行程开关|limit switch|volts|48|34|40|PCE|0|0|3
            frequency-drives|electrical|变频器|frequency inverter|kilowatts|4|1350|3|PCE|7|-5|3
            servo-cables|electrical|伺服电缆|servo cable|wire|6|28|200|MTR|0|6|3
            cable-glands|electrical|电缆防水接头|cable gland|nut|28|3.2|400|PCE|0|1|30
            cylinders|fluid|气缸|pneumatic cylinder|stroke|14|165|10|PCE|0|0|4
            solenoid-valves|fluid|电磁阀|solenoid valve|port|24|88|20|PCE|0|-1|43
            push-fittings|fluid|快插接头|push-in fitting|tube|28|3.8|400|PCE|0|0|4
            hydraulic-hoses|fluid|液压胶管总成|hydraulic hose assembly|tube|5|68|30|PCE|8|3|4
            pressure-gauges|fluid|压力表|pressure gauge|bar|12|42|25|PCE|0|1|43
            step-drills|tools|阶梯钻|step drill|step|9|36|40|PCE|0|1|2
            turning-inserts|tools|车削刀片|turning insert|insert|9|24|200|PCE|9|5|2
            saw-blades|tools|锯片|circular saw blade|disc|09|58|25|PCE|4|2|25
            deburring|tools|去毛刺刀|deburring tool|step|9|29|30|PCE|0|0|2
            mould-springs|tools|模具弹簧|die spring|coil|0|8.6|150|PCE|0|3|20
            cut-gloves|supplies|防割手套|cut-resistant glove|wear|8|13|300|PR|1|2|5
            safety-goggles|supplies|防护眼镜|safety goggles|wear|8|16|120|PCE|6|1|5
            pallet-wrap|supplies|托盘缠绕膜|pallet wrap|roll|8|34|150|RO|11|4|5
            shipping-boxes|supplies|重型纸箱|heavy-duty shipping box|box|A|6.8|800|PCE|11|5|5
            """.lines().map(line -> line.strip().split("\\|")).map(f -> new Family(f[0], f[1], f[2], f[3], f[4], f[5], Double.parseDouble(f[6]), Integer.parseInt(f[7]), f[8],
            Integer.parseInt(f[9]), Double.parseDouble(f[10]), f[11])).toList();

    /** Places of the companies among {@link Trader#suppliers}. */
    List<Integer> makers() {
        return Arrays.stream(suppliers.split("")).map(Integer::valueOf).toList();
    }

    /** How much more or less is bought in a month: 1 in the middle. */
    double demand(int month) {
        return season == 0 ? 1 : 1 + 0.45 * Math.cos(2 * Math.PI * (month - season) / 12);
    }
}
