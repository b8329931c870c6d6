package io.tradelane.server.demo.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;

/** Orders on every working day of two years: more of some pairs than of others, of what is taken often more than of what is taken now and then, with the seasons. */
final class Business {
    private final List<Assortment> assortments;
    private final Deal.Setting setting;

    Business(List<Assortment> assortments, Deal.Setting setting) {
        this.assortments = assortments;
        this.setting = setting;
    }

    /** @param played told how much of it, from 0 to 1 @return orders on which something is still to come */
    List<UUID> play(double ordersADay, LocalDate from, LocalDate until, DoubleConsumer played) {
        double weights = assortments.stream().mapToDouble(Business::weight).sum();
        List<UUID> open = new ArrayList<>();
        long days = until.toEpochDay() - from.toEpochDay();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            played.accept((day.toEpochDay() - from.toEpochDay()) / (double) days);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            for (Assortment assortment : assortments) {
                double expected = ordersADay * weight(assortment) / weights * (day.getMonthValue() == 2 ? 0.6 : 1);
                for (; expected > 0; expected--) {
                    if (setting.chance().part() < expected) {
                        order(assortment, day, open);
                    }
                }
            }
            setting.rows().flushIfMany();
        }
        setting.rows().flush();
        return open;
    }

    private static double weight(Assortment assortment) {
        return assortment.buyer().weight() * assortment.supplier().weight();
    }

    private void order(Assortment assortment, LocalDate day, List<UUID> open) {
        Chance chance = setting.chance();
        Instant placed = day.atTime(6 + chance.between(0, 9), chance.between(0, 59), chance.between(0, 59)).toInstant(ZoneOffset.UTC);
        if (placed.isAfter(setting.now())) {
            return;
        }
        Set<Article> chosen = new LinkedHashSet<>();
        int count = 1 + (int) (9 * Math.pow(chance.part(), 1.3));
        for (int i = 0; i < count; i++) {
            chosen.add(chance.ofFirst(assortment.articles(), 2.2));
        }
        List<Line> lines = new ArrayList<>();
        for (Article article : chosen) {
            double quantity = article.family().quantity() * article.family().demand(day.getMonthValue()) * Math.exp(0.5 * chance.spread()) * assortment.buyer().weight();
            lines.add(new Line(chance.id(placed), article, lines.size() + 1, Math.max(1, (int) Math.round(quantity / article.pack())) * article.pack(), assortment.price(article, day)));
        }
        int lead = lines.stream().mapToInt(line -> line.article.leadDays()).max().orElse(7);
        Deal deal = new Deal(setting.numbers().next(assortment.buyer(), "PO"), assortment, lines, placed, day.plusDays(Math.max(4, lead * 2L / 3 + chance.between(0, 6))), setting);
        List<Trader> rivals = assortments.stream().filter(other -> other.buyer().equals(assortment.buyer()) && !other.supplier().equals(assortment.supplier())).map(Assortment::supplier).toList();
        if (chance.oneIn(20)) {
            int first = chance.between(0, rivals.size() - 2);
            new Tender(deal, rivals.subList(first, first + 2)).write();
        }
        deal.play();
        if (!deal.ended()) {
            open.add(deal.id);
        }
    }
}
