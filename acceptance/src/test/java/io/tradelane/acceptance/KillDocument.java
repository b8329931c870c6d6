package io.tradelane.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A document with numbers of its own: ORDERS, or a camt.054 about a payment nobody expects.
 *
 * @param name where the process was to die while this one was on its way
 * @param number of the order, or the bank's reference of the payment
 * @param idempotencyKey the same at every repeat
 */
record KillDocument(Door door, String name, String number, String reference, String idempotencyKey, byte[] bytes) {
    /** By which it comes. */
    enum Door {
        FOLDER,
        HTTP,
        SOAP
    }

    private static final Path TEMPLATES = Path.of("..", "server", "src", "main", "resources", "demo");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

    /** @param reference at most 14 characters, as the syntax demands */
    static KillDocument of(Door door, String name, String number, String reference) throws IOException {
        String text = switch (door) {
            case FOLDER -> order("orders-huaxing.edi", number, reference);
            case HTTP -> order("orders-brightline.edi", number, reference);
            case SOAP -> payment(number, reference);
        };
        return new KillDocument(door, name, number, reference, "key-" + reference, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String payment(String number, String reference) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>%2$s</MsgId><CreDtTm>%3$sT10:15:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>%2$s</Id><Acct><Id><IBAN>DE77370400440532013022</IBAN></Id></Acct>
                <Ntry><Amt Ccy="EUR">12.34</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%3$s</Dt></BookgDt><AcctSvcrRef>%1$s</AcctSvcrRef></Ntry>
                </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(number, reference, LocalDate.now(ZoneOffset.UTC));
    }

    private static String order(String template, String number, String reference) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Files.readString(TEMPLATES.resolve(template))
                .replace("'\n", "'").strip()
                .replace("${date}", today.format(BASIC).substring(2))
                .replace("${time}", "1015")
                .replace("${today}", today.format(BASIC))
                .replace("${yesterday}", today.minusDays(1).format(BASIC))
                .replace("${delivery}", today.plusDays(12).format(BASIC))
                .replace("${order}", number)
                .replace("${reference}", reference);
    }

    @Override
    public String toString() {
        return number + " (" + name + ")";
    }
}
