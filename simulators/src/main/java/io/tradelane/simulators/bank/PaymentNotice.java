package io.tradelane.simulators.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A credit on an account, as the bank writes it: camt.054.001.08.
 *
 * @param messageId unique with the bank, up to 35 characters
 * @param creditorReference ISO 11649 or another structured reference; null: none was given by the payer
 * @param freeText unstructured remittance information; null: none
 */
public record PaymentNotice(String messageId, OffsetDateTime at, String account, BigDecimal amount, String currency, String bankReference,
        String endToEndId, String payer, String payerAccount, @Nullable String creditorReference, @Nullable String freeText) {

    public byte[] camt054() {
        LocalDate day = at.toLocalDate();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
                  <BkToCstmrDbtCdtNtfctn>
                    <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$s</CreDtTm></GrpHdr>
                    <Ntfctn>
                      <Id>%1$s-1</Id>
                      <CreDtTm>%2$s</CreDtTm>
                      <Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>%5$s</Ccy></Acct>
                      <Ntry>
                        <NtryRef>%6$s</NtryRef>
                        <Amt Ccy="%5$s">%4$s</Amt>
                        <CdtDbtInd>CRDT</CdtDbtInd>
                        <Sts><Cd>BOOK</Cd></Sts>
                        <BookgDt><Dt>%7$s</Dt></BookgDt>
                        <ValDt><Dt>%7$s</Dt></ValDt>
                        <AcctSvcrRef>%6$s</AcctSvcrRef>
                        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
                        <NtryDtls><TxDtls>
                          <Refs><AcctSvcrRef>%6$s</AcctSvcrRef><EndToEndId>%8$s</EndToEndId></Refs>
                          <Amt Ccy="%5$s">%4$s</Amt>
                          <CdtDbtInd>CRDT</CdtDbtInd>
                          <RltdPties>
                            <Dbtr><Pty><Nm>%9$s</Nm></Pty></Dbtr>
                            <DbtrAcct><Id><IBAN>%10$s</IBAN></Id></DbtrAcct>
                          </RltdPties>%11$s
                        </TxDtls></NtryDtls>
                      </Ntry>
                    </Ntfctn>
                  </BkToCstmrDbtCdtNtfctn>
                </Document>
                """.formatted(escape(messageId), at, escape(account), amount.toPlainString(), currency, escape(bankReference), day,
                escape(endToEndId), escape(payer), escape(payerAccount), remittance()).getBytes(StandardCharsets.UTF_8);
    }

    private String remittance() {
        String free = freeText == null ? "" : "<Ustrd>" + escape(freeText) + "</Ustrd>";
        String structured = creditorReference == null ? ""
                : "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + escape(creditorReference)
                        + "</Ref></CdtrRefInf></Strd>";
        return free.isEmpty() && structured.isEmpty() ? "" : "\n          <RmtInf>" + free + structured + "</RmtInf>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
