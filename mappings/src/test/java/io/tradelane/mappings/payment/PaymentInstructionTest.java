package io.tradelane.mappings.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.PaymentDocuments;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Kind;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** What goes to a bank, and what it says of it. */
class PaymentInstructionTest {
    private static final Envelope ENVELOPE =
            Envelope.of(new PartyAddress("A", null), new PartyAddress("B", null), "1", Instant.parse("2026-03-02T10:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "08", "09", "11"})
    void aCreditTransferIsReadAsItWasWritten(String version) {
        byte[] bytes = Translator.standard().write(List.of(PaymentDocuments.instruction(Kind.CREDIT_TRANSFER)), new Target(Format.ISO20022, version), ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes, StandardCharsets.UTF_8)).isEmpty();
        assertThat(reading.only().document()).isEqualTo(PaymentDocuments.instruction(Kind.CREDIT_TRANSFER));
        assertThat(reading.only().type().toString()).isEqualTo("pain.001 " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "08"})
    void aDirectDebitIsReadAsItWasWritten(String version) {
        byte[] bytes = Translator.standard().write(List.of(PaymentDocuments.instruction(Kind.DIRECT_DEBIT)), new Target(Format.ISO20022, version), ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes, StandardCharsets.UTF_8)).isEmpty();
        assertThat(reading.only().document()).isEqualTo(PaymentDocuments.instruction(Kind.DIRECT_DEBIT));
    }

    @Test
    void countAndSumThatDoNotFitAreSaidAtTheirPlace() {
        byte[] bytes = Translator.standard().write(List.of(PaymentDocuments.instruction(Kind.CREDIT_TRANSFER)), new Target(Format.ISO20022, "09"), ENVELOPE);
        String wrong = new String(bytes, StandardCharsets.UTF_8)
                .replaceFirst("<CtrlSum>1249.85</CtrlSum>", "<CtrlSum>1249.86</CtrlSum>").replaceFirst("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>3</NbOfTxs>");

        Reading reading = Reading.of(wrong.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.findings()).extracting(finding -> finding.code().name()).containsExactlyInAnyOrder("LINE_COUNT_WRONG", "CONTROL_SUM_WRONG");
        assertThat(reading.findings()).allSatisfy(finding -> assertThat(finding.path()).contains("/GrpHdr/"));
    }

    @Test
    void aStatusReportSaysWhatBecameOfEachPayment() {
        String report = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                  <GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2026-03-02T11:00:00Z</CreDtTm></GrpHdr>
                  <OrgnlGrpInfAndSts><OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
                  <OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-1</OrgnlPmtInfId>
                    <TxInfAndSts><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                    <TxInfAndSts><OrgnlEndToEndId>E2E-2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                      <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account</AddtlInf><AddtlInf>closed</AddtlInf></StsRsnInf></TxInfAndSts>
                  </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """;

        Reading reading = Reading.of(report.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.findings()).isEmpty();
        PaymentStatusDocument document = (PaymentStatusDocument) reading.only().document();
        assertThat(document.instructionNumber()).isEqualTo("MSG-1");
        assertThat(document.status()).isEqualTo(PaymentStatusDocument.Status.PARTLY_ACCEPTED);
        assertThat(document.transactions()).extracting(PaymentStatusDocument.Transaction::endToEndId, PaymentStatusDocument.Transaction::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E2E-1", PaymentStatusDocument.Status.SETTLED),
                        org.assertj.core.groups.Tuple.tuple("E2E-2", PaymentStatusDocument.Status.REJECTED));
        assertThat(document.transactions().getLast().reasons()).containsExactly(new PaymentStatusDocument.Reason("AC04", "account closed"));
    }

    private static String statement(String closing) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                  <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm></GrpHdr>
                  <Stmt><Id>2026-41</Id><LglSeqNb>41</LglSeqNb>
                    <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ownr><Nm>Brightline Retail</Nm></Ownr>
                      <Svcr><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></Svcr></Acct>
                    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
                    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-03</Dt></Dt></Bal>
                    <Ntry><Amt Ccy="EUR">250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt>
                      <AcctSvcrRef>B-77</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd></Ntry>
                  </Stmt></BkToCstmrStmt></Document>
                """.formatted(closing);
    }

    @Test
    void aStatementsBalancesAndEntriesAddUp() {
        Reading reading = Reading.of(statement("150.50").getBytes(StandardCharsets.UTF_8));

        assertThat(reading.findings()).isEmpty();
        BankStatementDocument document = (BankStatementDocument) reading.only().document();
        assertThat(document.kind()).isEqualTo(BankStatementDocument.Kind.STATEMENT);
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.sequence()).isEqualTo(41);
            assertThat(statement.opening().amount()).isEqualTo(Money.of("-100.00", "EUR"));
            assertThat(statement.closing().amount()).isEqualTo(Money.of("150.50", "EUR"));
            assertThat(statement.entries()).singleElement().satisfies(entry -> assertThat(entry.reference()).isEqualTo("B-77"));
        });
        assertThat(reading.only().header().sender().id()).isEqualTo("COBADEFFXXX");
        assertThat(Reading.of(statement("150.51").getBytes(StandardCharsets.UTF_8)).findings())
                .singleElement().satisfies(finding -> assertThat(finding.code().name()).isEqualTo("BALANCE_DIFFERS"));
    }
}
