package io.tradelane.mappings.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of what the hub reads and does not write. */
final class Handmade {
    private static final String STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
              <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm></GrpHdr>
              <Stmt><Id>2026-41</Id><LglSeqNb>41</LglSeqNb><FrToDt><FrDtTm>2026-03-02T00:00:00</FrDtTm><ToDtTm>2026-03-03T00:00:00</ToDtTm></FrToDt>
                <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Brightline Retail</Nm></Ownr>
                  <Svcr><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></Svcr></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">150.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-03</Dt></Dt></Bal>
                <Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd><Sts><Cd>BOOK</Cd></Sts>
                  <BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><DtTm>2026-03-03T00:00:00Z</DtTm></ValDt>
                  <AcctSvcrRef>B-77</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
                  <NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><Amt Ccy="EUR">250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                    <RltdPties><Dbtr><Pty><Nm>Zahler &amp; S\u00f6hne</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>
                    <RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd><Ustrd>Rechnung 4711</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
              </Stmt></BkToCstmrStmt></Document>
            """;
    private static final String STATUS = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
              <GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2026-03-02T11:00:00Z</CreDtTm></GrpHdr>
              <OrgnlGrpInfAndSts><OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
              <OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-1</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlInstrId>I-1</OrgnlInstrId><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>E2E-2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                  <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account closed</AddtlInf></StsRsnInf>
                  <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">7.50</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
              </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;
    private static final String NOTIFICATION = """
            <n:catalogueItemNotificationMessage xmlns:n="urn:gs1:gdsn:catalogue_item_notification:xsd:3"
              xmlns:sh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"><sh:StandardBusinessDocumentHeader>
              <sh:HeaderVersion>1.0</sh:HeaderVersion><sh:Sender><sh:Identifier Authority="GS1">5412345000013</sh:Identifier></sh:Sender>
              <sh:Receiver><sh:Identifier Authority="GS1">4012345500004</sh:Identifier></sh:Receiver><sh:DocumentIdentification>
              <sh:Standard>GS1</sh:Standard><sh:TypeVersion>3.1</sh:TypeVersion><sh:InstanceIdentifier>M-1</sh:InstanceIdentifier>
              <sh:Type>catalogueItemNotification</sh:Type><sh:CreationDateAndTime>2026-03-02T10:00:00Z</sh:CreationDateAndTime>
              </sh:DocumentIdentification></sh:StandardBusinessDocumentHeader>
              <transaction><documentCommand><documentCommandHeader type="ADD"/><n:catalogueItemNotification>
              <creationDateTime>2026-03-01T08:00:00Z</creationDateTime><catalogueItemNotificationIdentification>
              <entityIdentification>CIN-7</entityIdentification></catalogueItemNotificationIdentification>
              <catalogueItem><tradeItem><gtin>14006381333938</gtin></tradeItem></catalogueItem></n:catalogueItemNotification>
              </documentCommand></transaction></n:catalogueItemNotificationMessage>
            """;
    private static final String UNKNOWN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- nobody's --><p:parcel xmlns:p="urn:example:parcel" id="7"><p:weight unit="kg">12.5</p:weight><![CDATA[a < b]]><empty/></p:parcel>
            """;
    private static final String MT103 = """
            {1:F01COBADEFFAXXX0000000000}{2:I103TRADDEFFXXXXN}{4:
            :20:BK-1
            :23B:CRED
            :32A:260302EUR1242,35
            :50K:/DE02120300000000202051
            KAUFHAUS NORD
            :59:/DE89370400440532013000
            BRIGHTLINE RETAIL
            :70:/INV/RE-2026-1
            :71A:SHA
            -}""";
    private static final String MT910 = """
            {1:F01COBADEFFAXXX0000000000}{2:I910TRADDEFFXXXXN}{4:
            :20:BK-2
            :21:E2E-1
            :25:DE89370400440532013000
            :13D:2603021013+0100
            :32A:260302EUR99,
            :50K:/DE02120300000000202051
            KAUFHAUS NORD
            :72:/REC/INVOICE 4711
            -}""";

    private Handmade() {}

    static Map<String, byte[]> files() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("camt.053", STATEMENT);
        texts.put("camt.052", STATEMENT.replace("camt.053", "camt.052").replace("Stmt", "AcctRpt").replace("CstmrAcctRpt", "CstmrAcctRpt"));
        texts.put("pain.002", STATUS);
        texts.put("catalogue item notification", NOTIFICATION);
        texts.put("unknown XML", UNKNOWN);
        texts.put("MT103", MT103);
        texts.put("MT910", MT910);
        texts.put("two MT", MT103 + "\n" + MT910);
        texts.put("prices", "SKU,Name,Price,Currency,Stock,Valid from\nA,\"x \"\"y\"\"\",1.5,EUR,7,03/28/2026\nB,\u00e9,2,USD,,\n");
        texts.put("orders", "PO;Datum;Artikelnr;Menge;Preis (EUR);EAN\n1;01.03.2026;\"A;1\";1.234,5;1,20;4012345000016\n1;;B;2;;\n");
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
