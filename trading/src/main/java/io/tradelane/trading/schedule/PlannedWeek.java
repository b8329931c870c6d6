package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier can make of an article in a week, and what it means to.
 *
 * @param week its Monday
 * @param ordered what is open on orders between the reader and others and due in that week; {@code null}: nothing
 * @param capacityBefore what it last changed from; {@code null}: never
 */
public record PlannedWeek(
        UUID article, String number, @Nullable String nameZh, @Nullable String nameEn, String unit, UUID supplier, String supplierName, @Nullable String supplierNameLocal,
        LocalDate week, BigDecimal capacity, BigDecimal planned, @Nullable BigDecimal ordered, @Nullable BigDecimal capacityBefore, @Nullable BigDecimal plannedBefore,
        Instant changedAt) {

    public String name(boolean chinese) {
        String first = chinese ? nameZh : nameEn;
        String second = chinese ? nameEn : nameZh;
        return first != null ? first : second != null ? second : number;
    }

    /** Whether it last changed by more than a tenth. */
    public boolean moved() {
        return moved(capacityBefore, capacity) || moved(plannedBefore, planned);
    }

    static boolean moved(@Nullable BigDecimal before, BigDecimal after) {
        return before != null && after.subtract(before).abs().multiply(BigDecimal.TEN).compareTo(before) > 0;
    }
}
