package io.tradelane.server.demo;

import io.tradelane.simulators.bank.PaymentNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo partners' systems write, with the dates of the day the journey began, so that a repeat is the same to the byte. */
final class Templates {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private final LocalDate today;

    Templates(LocalDate today) {
        this.today = today;
    }

    /** @param name of a resource in {@code demo/} */
    byte[] fill(String name, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of(
                "date", today.format(BASIC).substring(2),
                "time", "0910",
                "today", today.format(BASIC),
                "yesterday", today.minusDays(1).format(BASIC),
                "delivery", today.plusDays(12).format(BASIC),
                "due", today.plusDays(30).format(BASIC)));
        all.putAll(values);
        String text = read(name);
        for (Map.Entry<String, String> value : all.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text.replace("'\n", "'").strip().getBytes(StandardCharsets.UTF_8);
    }

    /** A credit that the bank booked on that day, in EUR. */
    PaymentNotice payment(
            String bankReference, String amount, String account, String endToEndId, String payer, String payerAccount,
            @Nullable String creditorReference, @Nullable String freeText) {
        return new PaymentNotice(
                "MSG-" + bankReference, OffsetDateTime.of(today.atTime(9, 30), ZoneOffset.UTC), account, new BigDecimal(amount), "EUR",
                bankReference, endToEndId, payer, payerAccount, creditorReference, freeText);
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no demo document " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
