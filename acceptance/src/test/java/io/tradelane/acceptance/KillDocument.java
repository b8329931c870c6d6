package io.tradelane.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An ORDERS interchange with numbers of its own.
 *
 * @param name where the process was to die while this one was on its way
 * @param idempotencyKey the same at every repeat
 */
record KillDocument(String name, String order, String reference, String idempotencyKey, byte[] bytes) {
    private static final Path TEMPLATES = Path.of("..", "server", "src", "main", "resources", "demo");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

    /** @param reference at most 14 characters, as the syntax demands */
    static KillDocument of(String template, String name, String order, String reference) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String text = Files.readString(TEMPLATES.resolve(template))
                .replace("'\n", "'").strip()
                .replace("${date}", today.format(BASIC).substring(2))
                .replace("${time}", "1015")
                .replace("${today}", today.format(BASIC))
                .replace("${yesterday}", today.minusDays(1).format(BASIC))
                .replace("${delivery}", today.plusDays(12).format(BASIC))
                .replace("${order}", order)
                .replace("${reference}", reference);
        return new KillDocument(name, order, reference, "key-" + reference, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return order + " (" + name + ")";
    }
}
