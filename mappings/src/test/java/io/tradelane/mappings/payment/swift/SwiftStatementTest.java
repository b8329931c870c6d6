package io.tradelane.mappings.payment.swift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwiftStatementTest {

    private static String statement(String... lines) {
        return ":20:ST260302\n:25:50010517/0123456789\n:28C:42/1\n:60F:C260301EUR1000,00\n" + String.join("\n", lines) + "\n-\n";
    }

    private static Statement only(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.errors()).as(reading.findings().toString()).isEmpty();
        return ((BankStatementDocument) reading.only().document()).statements().getFirst();
    }

    private static Entry entry(String... lines) {
        return only(statement(String.join("\n", lines), ":62F:C260302EUR1000,00")).entries().getFirst();
    }

    private static Entry information(String text) {
        return entry(":61:2603020302C10,00NTRFNONREF//B100000001", text);
    }

    @Test
    void theHeadOfAStatementSaysAccountNumberPageAndBalances() {
        Statement statement = only(statement(":61:2603020302C250,50NTRFNONREF//B100000001", ":62F:C260302EUR1250,50", ":64:C260303EUR1200,"));

        assertThat(statement.number()).isEqualTo("ST260302");
        assertThat(statement.account()).isEqualTo("0123456789");
        assertThat(statement.bank()).isEqualTo("50010517");
        assertThat(statement.sequence()).isEqualTo(42);
        assertThat(statement.page()).isEqualTo(1);
        assertThat(statement.opening().amount()).isEqualTo(Money.of("1000.00", "EUR"));
        assertThat(statement.closing().amount()).isEqualTo(Money.of("1250.50", "EUR"));
        assertThat(statement.closing().date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(statement.available().date()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2603020302C10,00NTRFNONREF//B1      | CREDIT | 10.00 | 2026-03-02 | false",
        "260302D10,NTRFNONREF                | DEBIT  | 10    |            | false",
        "2603020302RC10,5NTRFNONREF          | DEBIT  | 10.5  | 2026-03-02 | true",
        "2603020302RD10,50NTRFNONREF         | CREDIT | 10.50 | 2026-03-02 | true",
        "2603020302CR10,50NTRFNONREF         | CREDIT | 10.50 | 2026-03-02 | false",
        "2603020302RDR10,50NTRFNONREF        | CREDIT | 10.50 | 2026-03-02 | true",
        "2603020302D,50FMSCREF-1             | DEBIT  | 0.50  | 2026-03-02 | false",
        "2603020302D000000000012,30N426NONREF| DEBIT  | 12.30 | 2026-03-02 | false",
        "2601010102D1,00S103NONREF           | DEBIT  | 1.00  | 2026-01-02 | false",
        "2512310102D1,00NTRFNONREF           | DEBIT  | 1.00  | 2026-01-02 | false",
        "2601021231D1,00NTRFNONREF           | DEBIT  | 1.00  | 2025-12-31 | false",
        "260302D1,00NOV NONREF               | DEBIT  | 1.00  |            | false",
        "260302D1,00//19239782213            | DEBIT  | 1.00  |            | false",
        "2603020302D1,00NONREF               | DEBIT  | 1.00  | 2026-03-02 | false",
    })
    void field61IsReadInAllItsVariants(String line, Direction direction, String amount, LocalDate booked, boolean reversal) {
        Entry entry = entry(":61:" + line);

        assertThat(entry.direction()).isEqualTo(direction);
        assertThat(entry.amount()).isEqualTo(Money.of(amount, "EUR"));
        assertThat(entry.bookingDate()).isEqualTo(booked);
        assertThat(entry.reversal()).isEqualTo(reversal);
        assertThat(entry.endToEndId()).isIn(null, "REF-1");
    }

    @Test
    void germanStructureGivesNameAccountAndReferences() {
        Entry entry = information("""
                :86:166?00SEPA-GUTSCHRIFT?109075?20EREF+ORDER-2026-000000000817?21PART2?22MREF+M-1?23SVWZ+Invoice 77-4711 with?24 thanks a
                nd regards?30GENODEF1XXX?31DE89370400440532013000?32Weberei Sonnenthal GmbH Co ?33KG?34000""");

        assertThat(entry.endToEndId()).isEqualTo("ORDER-2026-000000000817PART2");
        assertThat(entry.remittance()).isEqualTo("Invoice 77-4711 with thanks and regards");
        assertThat(entry.debtorName()).isEqualTo("Weberei Sonnenthal GmbH Co KG");
        assertThat(entry.debtorAccount()).isEqualTo("DE89370400440532013000");
        assertThat(entry.creditorName()).isNull();
    }

    @Test
    void aStructuredReferenceInTheTextIsTold() {
        Entry entry = information(":86:166?20SVWZ+RF712348231 Invoice 4711");

        assertThat(entry.creditorReference()).isEqualTo("RF712348231");
        assertThat(entry.remittance()).isEqualTo("Invoice 4711");
    }

    @Test
    void dutchCodeWordsGiveNameAccountAndReferences() {
        Entry entry = information("""
                :86:/TRTP/SEPA OVERBOEKING/IBAN/NL02ABNA0123456789/BIC/ABNANL2A/NAME/Molen
                aar Textiel B.V./REMI/Factuur 2026/17 /EREF/NOTPROVIDED""");

        assertThat(entry.endToEndId()).isNull();
        assertThat(entry.remittance()).isEqualTo("Factuur 2026/17");
        assertThat(entry.debtorName()).isEqualTo("Molenaar Textiel B.V.");
        assertThat(entry.debtorAccount()).isEqualTo("NL02ABNA0123456789");
    }

    @Test
    void rabobankPutsTheAccountIntoTheSecondLineOfField61() {
        Entry entry = entry(":61:260302D000000000127,50N102EREF", "NL96RABO0523149468",
                ":86:/EREF/02-03-2026 22:56 11200001/BENM//NAME/Koffie Import B.V./REMI/674725433/ISDT/2026-03-02");

        assertThat(entry.endToEndId()).isEqualTo("02-03-2026 22:56 11200001");
        assertThat(entry.creditorName()).isEqualTo("Koffie Import B.V.");
        assertThat(entry.creditorAccount()).isEqualTo("NL96RABO0523149468");
        assertThat(entry.remittance()).isEqualTo("674725433");
    }

    @Test
    void ingNamesTheOtherSideAfterCntp() {
        Entry entry = information("""
                :86:/EREF/501810//MARF/1.1433//CNTP/NL12INGB0733959555/INGBNL2A/B de Groot///REMI/USTD//Factuur 98//PURP/OTHR/""");

        assertThat(entry.debtorAccount()).isEqualTo("NL12INGB0733959555");
        assertThat(entry.debtorName()).isEqualTo("B de Groot");
        assertThat(entry.remittance()).isEqualTo("Factuur 98");
        assertThat(information(":86:/CNTP/NL12INGB0733959555//X///REMI/STRD/CUR/8850426741301240/").creditorReference())
                .isEqualTo("8850426741301240");
    }

    @Test
    void freeTextStaysText() {
        Entry entry = information(":86:PRZELEW PRZYCHODZACY FAKTURA 12/2026\nDZIEKUJEMY");

        assertThat(entry.remittance()).isEqualTo("PRZELEW PRZYCHODZACY FAKTURA 12/2026 DZIEKUJEMY");
        assertThat(entry.debtorName()).isNull();
    }

    @Test
    void aTextBrokenBeforeAColonOrAHyphenGoesOn() {
        Entry entry = information(":86:Einkauf am 02.03.2026 um 10\n:20:31 Uhr\n-17 Stueck\n-");

        assertThat(entry.remittance()).startsWith("Einkauf am 02.03.2026 um 10");
    }

    @Test
    void aReversalKeepsThePartiesOfTheEntryItTakesBack() {
        Entry entry = entry(":61:2603020302RC10,00NTRFNONREF//B100000001", ":86:166?20SVWZ+Back?32Payer Ltd");

        assertThat(entry.direction()).isEqualTo(Direction.DEBIT);
        assertThat(entry.debtorName()).isEqualTo("Payer Ltd");
    }

    @Test
    void referencesAreTheBanksWhereTheyTellEntriesApartAndCountedElse() {
        Statement statement = only(statement(
                ":61:2603020302C1,00NTRFNONREF//B100000001", ":61:2603020302C1,00NTRFNONREF//555555",
                ":61:2603020302C1,00NTRFNONREF//555555", ":61:2603020302C1,00NTRFNONREF", ":62F:C260302EUR1004,00"));

        assertThat(statement.entries()).extracting(Entry::reference)
                .containsExactly("B100000001", "260302-42-2", "260302-42-3", "260302-42-4");
    }

    @Test
    void aClosingBalanceThatDoesNotAddUpIsAWarningWithBothAmounts() {
        Reading reading = Reading.of(statement(":61:2603020302C10,00NTRFNONREF//B100000001", ":62F:C260302EUR1011,00"));

        assertThat(reading.valid()).isTrue();
        Finding finding = reading.findings().getFirst();
        assertThat(finding.code().name()).isEqualTo("BALANCE_DIFFERS");
        assertThat(finding.value()).isEqualTo("1011.00 EUR");
        assertThat(finding.expected()).isEqualTo("1010.00 EUR");
        assertThat(finding.position().line()).isEqualTo(6);
        assertThat(finding.position().segment()).isEqualTo("62F");
    }

    @Test
    void pagesOfOneStatementJoinByIntermediateBalances() {
        String first = ":20:A\n:25:NL02ABNA0123456789EUR\n:28C:7/1\n:60F:C260301EUR100,\n:61:260302C5,NTRFNONREF//B1000001\n:62M:C260302EUR105,\n";
        String second = ":20:A\n:25:NL02ABNA0123456789EUR\n:28C:7/2\n:60M:C260302EUR%s,\n:61:260302C5,NTRFNONREF//B1000002\n:62F:C260302EUR%s,\n";

        Reading joined = Reading.of(first + second.formatted("105", "110"));
        Reading gap = Reading.of(first + second.formatted("106", "111"));

        assertThat(joined.messages()).hasSize(2).allMatch(MessageResult::valid);
        assertThat(joined.findings()).isEmpty();
        assertThat(((BankStatementDocument) joined.messages().get(1).document()).statements().getFirst().page()).isEqualTo(2);
        assertThat(gap.warnings()).containsExactly("PAGES_DO_NOT_JOIN");
    }

    @Test
    void linesOfTheBankAroundTheMessagesArePassedOver() {
        String body = ":20:A\r\n:25:0123456789\r\n:28:19321/1\r\n:60F:C260301EUR100,\r\n:62F:C260302EUR100,\r\n";
        String abn = "ABNANL2A\r\n940\r\nABNANL2A\r\n";

        assertThat(Reading.of(abn + body + "-\r\n" + abn + body + "-\r\n").messages()).hasSize(2).allMatch(MessageResult::valid);
        assertThat(Reading.of("0000 01INGBNL2AXXXX00001\n940 00\n" + body + "-XXX\n").messages()).hasSize(1).allMatch(MessageResult::valid);
        assertThat(Reading.of("\n\n:940:\n" + body + "\n" + body).messages()).hasSize(2).allMatch(MessageResult::valid);
        assertThat(Reading.of("\u0001{1:F01ABNANL2AAXXX0000000000}{2:I940TRADDEFFXXXXN}{4:\r\n" + body
                + "-}{5:{CHK:ABCDEF012345}}\u0003   \u0001{1:F01ABNANL2AAXXX0000000000}{2:I940TRADDEFFXXXXN}{4:\r\n" + body + "-}").messages())
                .hasSize(2).allMatch(MessageResult::valid)
                .allMatch(message -> message.header().sender().id().equals("ABNANL2AXXX"));
    }

    @Test
    void interimReportsHaveATimeWithZoneAndSumsThatAreChecked() {
        String text = """
                :20:INT0001
                :25:50010517/0123456789
                :28C:3/1
                :34F:EURD0,
                :13D:2603021733+0100
                :61:2603020302C97,50NTRFNONREF//B100000001
                :90C:1EUR97,50
                -
                """;

        BankStatementDocument document = (BankStatementDocument) Reading.of(text).only().document();

        assertThat(document.kind()).isEqualTo(Kind.INTERIM);
        assertThat(document.createdAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T17:33:00+01:00"));
        assertThat(Reading.of(text).findings()).isEmpty();
        assertThat(Reading.of(text.replace(":90C:1EUR97,50", ":90C:2EUR97,50")).warnings()).containsExactly("SUM_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ":62F:C260302EUR1000,00 | :62F:C260302USD1000,00     | CURRENCY_DIFFERS  | 62F | 3",
        ":62F:C260302EUR1000,00 | :62F:C260302XQZ1000,00     | CURRENCY_UNKNOWN  | 62F | 3",
        ":62F:C260302EUR1000,00 | :62F:C261302EUR1000,00     | DATE_INVALID      | 62F | 2",
        ":62F:C260302EUR1000,00 | :62F:X260302EUR1000,00     | MARK_INVALID      | 62F | 1",
        ":62F:C260302EUR1000,00 | :62F:C260302EUR1000,0,0    | AMOUNT_INVALID    | 62F | 4",
        ":62F:C260302EUR1000,00 | :64:C260302EUR1000,00      | FIELD_MISSING     | 64  | 0",
        ":28C:42/1              | :21:NONREF                 | FIELD_MISSING     | 62F | 0",
        ":25:50010517/0123456789| :25:                       | FIELD_EMPTY       | 25  | 0",
        ":28C:42/1              | :62F:C260302EUR1000,00     | FIELD_OUT_OF_ORDER| 60F | 0",
    })
    void aWrongFieldIsRefusedAtItsPlace(String right, String wrong, String code, String tag, int subField) {
        Reading reading = Reading.of(statement(":62F:C260302EUR1000,00").replace(right.strip(), wrong.strip()));

        assertThat(reading.valid()).isFalse();
        assertThat(reading.only().document()).isNull();
        assertThat(reading.findings()).as(reading.findings().toString()).anySatisfy(finding -> {
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.position().segment()).isEqualTo(tag);
            assertThat(finding.position().element()).isEqualTo(subField);
        });
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsItsLast() {
        Statement statement = only(statement(":62F:C260231EUR1000,00"));

        assertThat(statement.closing().date()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void aStatementThatWasCutOffDoesNotStopTheNext() {
        Reading reading = Reading.of("""
                {1:F01KNABNL2HAXXX0000000000}{2:I940KNABNL2HXXXXN3020}{4:
                :20:A
                :25:0123456789
                :28C:45/1
                :60F:C260301EUR100,00
                {1:F01KNABNL2HAXXX0000000000}{2:I940KNABNL2HXXXXN3020}{4:
                :20:B
                :25:0123456789
                :28C:46/1
                :60F:C260301EUR100,00
                :62F:C260302EUR100,00
                -}
                """);

        assertThat(reading.messages()).extracting(MessageResult::valid).containsExactly(false, true);
        assertThat(reading.messages().getFirst().findings()).anySatisfy(finding -> assertThat(finding.expected()).contains("62F"));
    }

    @Test
    void blanksStandForAnEntryDateThatIsNotThere() {
        Entry entry = entry(":61:260302    D65,00NTRFNONREF");

        assertThat(entry.direction()).isEqualTo(Direction.DEBIT);
        assertThat(entry.amount()).isEqualTo(Money.of("65.00", "EUR"));
    }
}
