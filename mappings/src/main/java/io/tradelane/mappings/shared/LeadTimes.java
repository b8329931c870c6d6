package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import org.jspecify.annotations.Nullable;

/** DTM+169, a number of days, weeks, months or years (fields {@code leadTime} and {@code leadTimeUnit}). */
public final class LeadTimes {
    private static final int DIGITS = 4;
    /** 2379. */
    private static final String DAYS = "804";

    private LeadTimes() {}

    /** In days; {@code null} where it is missing or no such number. */
    public static @Nullable Integer read(Row row) {
        String text = row.text("leadTime");
        if (text == null || text.length() > DIGITS || !text.chars().allMatch(Character::isDigit)) {
            return null;
        }
        String unit = row.text("leadTimeUnit");
        int days = switch (unit == null ? DAYS : unit) {
            case "801" -> 365;
            case "802" -> 30;
            case "803" -> 7;
            case DAYS -> 1;
            default -> 0;
        };
        return days == 0 ? null : Integer.valueOf(Integer.parseInt(text) * days);
    }

    public static void write(@Nullable Integer days, Row row) {
        if (days != null) {
            row.set("leadTime", days.toString()).set("leadTimeUnit", DAYS);
        }
    }
}
