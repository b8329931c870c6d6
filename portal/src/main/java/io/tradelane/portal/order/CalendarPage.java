package io.tradelane.portal.order;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.order.DeliveryCalendar;
import io.tradelane.trading.order.DueDelivery;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be delivered in a month or a week: a grid of days, on a phone a list of those with something on them. */
@Page
class CalendarPage {
    private final DeliveryCalendar calendar;
    private final Formats formats;

    CalendarPage(DeliveryCalendar calendar, Formats formats) {
        this.calendar = calendar;
        this.formats = formats;
    }

    /** @param outside of the month that is shown */
    record Day(LocalDate day, boolean today, boolean outside, List<DueDelivery> deliveries) {}

    /** @param day any of the month or the week; today where it is none */
    @GetMapping("/orders/calendar")
    String show(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "month") String view, Model model) {
        LocalDate at = day(day);
        boolean week = view.equals("week");
        LocalDate first = week ? at : at.withDayOfMonth(1);
        LocalDate start = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = (week ? at : YearMonth.from(at).atEndOfMonth()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<DueDelivery> due = calendar.between(start, end);
        Map<LocalDate, List<DueDelivery>> byDay = due.stream().collect(Collectors.groupingBy(DueDelivery::day, TreeMap::new, Collectors.toList()));
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate monday = start; !monday.isAfter(end); monday = monday.plusWeeks(1)) {
            List<Day> days = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate one = monday.plusDays(i);
                days.add(new Day(one, one.equals(formats.today()), !week && !YearMonth.from(one).equals(YearMonth.from(at)), byDay.getOrDefault(one, List.of())));
            }
            weeks.add(days);
        }
        model.addAttribute("weeks", weeks);
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("view", week ? "week" : "month");
        model.addAttribute("period", week ? start + " – " + end : YearMonth.from(at).toString());
        model.addAttribute("at", at.toString());
        model.addAttribute("before", (week ? at.minusWeeks(1) : at.minusMonths(1)).toString());
        model.addAttribute("after", (week ? at.plusWeeks(1) : at.plusMonths(1)).toString());
        model.addAttribute("late", due.stream().filter(DueDelivery::late).count());
        model.addAttribute("cut", due.size() == DeliveryCalendar.MOST);
        return "order/calendar";
    }

    private LocalDate day(String typed) {
        try {
            LocalDate day = typed.isEmpty() ? formats.today() : LocalDate.parse(typed);
            return day.getYear() < 1990 || day.getYear() > 2200 ? formats.today() : day;
        } catch (DateTimeParseException none) {
            return formats.today();
        }
    }
}
