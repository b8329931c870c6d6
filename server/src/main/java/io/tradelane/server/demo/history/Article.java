package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** @param price of one, CNY, today @param pack quantities are multiples of it */
record Article(UUID id, int supplier, String number, String gtin, String nameZh, String nameEn, String size, String material, Family family, double price, int pack, int leadDays, int stock) {
    private static final double EURO = 7.8;

    /** What a buyer pays for one who orders on a day: it drifts with the years, and is dearer when more is bought. @param part of the list's price */
    BigDecimal price(String currency, LocalDate day, LocalDate today, double part) {
        double years = ChronoUnit.DAYS.between(today, day) / 365.0;
        double price = this.price * part * (1 + family.drift() / 100 * years) * (1 + 0.06 * (family.demand(day.getMonthValue()) - 1)) / (currency.equals("EUR") ? EURO : 1);
        return BigDecimal.valueOf(Math.max(price, 0.001)).setScale(price < 1 ? 4 : 2, RoundingMode.HALF_UP);
    }
}
