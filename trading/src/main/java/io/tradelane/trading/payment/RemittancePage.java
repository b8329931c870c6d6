package io.tradelane.trading.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page; {@code null} on the last */
public record RemittancePage(List<RemittanceView> advices, @Nullable UUID next, Map<RemittanceFilter.Tab, Integer> counts) {}
