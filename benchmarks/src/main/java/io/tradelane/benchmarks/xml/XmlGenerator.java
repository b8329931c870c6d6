package io.tradelane.benchmarks.xml;

import java.nio.charset.StandardCharsets;

/** Documents as companies and banks send them, indented, with much that nobody asks for. */
final class XmlGenerator {
    private static final String PARTY = """
              <cac:Party>
                <cbc:EndpointID schemeID="0088">%1$s</cbc:EndpointID>
                <cac:PartyIdentification>
                  <cbc:ID schemeID="0088">%1$s</cbc:ID>
                </cac:PartyIdentification>
                <cac:PartyName>
                  <cbc:Name>%2$s</cbc:Name>
                </cac:PartyName>
                <cac:PostalAddress>
                  <cbc:StreetName>Hafenstraße 11</cbc:StreetName>
                  <cbc:CityName>Bremen</cbc:CityName>
                  <cbc:PostalZone>28195</cbc:PostalZone>
                  <cac:Country>
                    <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                  </cac:Country>
                </cac:PostalAddress>
                <cac:PartyTaxScheme>
                  <cbc:CompanyID>DE123456789</cbc:CompanyID>
                  <cac:TaxScheme>
                    <cbc:ID>VAT</cbc:ID>
                  </cac:TaxScheme>
                </cac:PartyTaxScheme>
                <cac:PartyLegalEntity>
                  <cbc:RegistrationName>%2$s</cbc:RegistrationName>
                  <cbc:CompanyID schemeID="0002">987654321</cbc:CompanyID>
                </cac:PartyLegalEntity>
                <cac:Contact>
                  <cbc:Name>Purchasing</cbc:Name>
                  <cbc:Telephone>+49421000000</cbc:Telephone>
                  <cbc:ElectronicMail>orders@example.com</cbc:ElectronicMail>
                </cac:Contact>
              </cac:Party>
            """;
    private static final String LINE = """
              <cac:OrderLine>
                <cbc:Note>Deliver with line %1$d of the last order</cbc:Note>
                <cac:LineItem>
                  <cbc:ID>%1$d</cbc:ID>
                  <cbc:Quantity unitCode="C62" unitCodeListID="UNECERec20">%2$d</cbc:Quantity>
                  <cbc:LineExtensionAmount currencyID="EUR">%2$d.50</cbc:LineExtensionAmount>
                  <cbc:PartialDeliveryIndicator>false</cbc:PartialDeliveryIndicator>
                  <cac:Delivery>
                    <cac:RequestedDeliveryPeriod>
                      <cbc:StartDate>2026-02-01</cbc:StartDate>
                      <cbc:EndDate>2026-02-15</cbc:EndDate>
                    </cac:RequestedDeliveryPeriod>
                  </cac:Delivery>
                  <cac:Price>
                    <cbc:PriceAmount currencyID="EUR">%2$d.25</cbc:PriceAmount>
                    <cbc:BaseQuantity unitCode="C62">1</cbc:BaseQuantity>
                  </cac:Price>
                  <cac:Item>
                    <cbc:Description>Hexagon bolt, galvanised, package of %1$d</cbc:Description>
                    <cbc:Name>Hexagon bolt M8 x %1$d</cbc:Name>
                    <cac:BuyersItemIdentification>
                      <cbc:ID>B-%1$d</cbc:ID>
                    </cac:BuyersItemIdentification>
                    <cac:SellersItemIdentification>
                      <cbc:ID>S-%1$d</cbc:ID>
                    </cac:SellersItemIdentification>
                    <cac:StandardItemIdentification>
                      <cbc:ID schemeID="0160">07300010000001</cbc:ID>
                    </cac:StandardItemIdentification>
                    <cac:CommodityClassification>
                      <cbc:ItemClassificationCode listID="STI">73181542</cbc:ItemClassificationCode>
                    </cac:CommodityClassification>
                    <cac:ClassifiedTaxCategory>
                      <cbc:ID>S</cbc:ID>
                      <cbc:Percent>19.0</cbc:Percent>
                      <cac:TaxScheme>
                        <cbc:ID>VAT</cbc:ID>
                      </cac:TaxScheme>
                    </cac:ClassifiedTaxCategory>
                    <cac:AdditionalItemProperty>
                      <cbc:Name>Coating</cbc:Name>
                      <cbc:Value>Zinc</cbc:Value>
                    </cac:AdditionalItemProperty>
                  </cac:Item>
                </cac:LineItem>
              </cac:OrderLine>
            """;
    private static final String ENTRY = """
                  <Ntry>
                    <NtryRef>%1$d</NtryRef>
                    <Amt Ccy="EUR">%2$d.45</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd>
                    <Sts>
                      <Cd>BOOK</Cd>
                    </Sts>
                    <BookgDt>
                      <Dt>2026-02-03</Dt>
                    </BookgDt>
                    <ValDt>
                      <Dt>2026-02-04</Dt>
                    </ValDt>
                    <AcctSvcrRef>2026020300%1$d</AcctSvcrRef>
                    <BkTxCd>
                      <Domn>
                        <Cd>PMNT</Cd>
                        <Fmly>
                          <Cd>RCDT</Cd>
                          <SubFmlyCd>ESCT</SubFmlyCd>
                        </Fmly>
                      </Domn>
                    </BkTxCd>
                    <NtryDtls>
                      <TxDtls>
                        <Refs>
                          <AcctSvcrRef>2026020300%1$d</AcctSvcrRef>
                          <EndToEndId>E2E-%1$d</EndToEndId>
                        </Refs>
                        <Amt Ccy="EUR">%2$d.45</Amt>
                        <CdtDbtInd>CRDT</CdtDbtInd>
                        <RltdPties>
                          <Dbtr>
                            <Pty>
                              <Nm>Nordwind Handels GmbH %2$d</Nm>
                              <PstlAdr>
                                <TwnNm>Bremen</TwnNm>
                                <Ctry>DE</Ctry>
                              </PstlAdr>
                            </Pty>
                          </Dbtr>
                          <DbtrAcct>
                            <Id>
                              <IBAN>DE89370400440532013000</IBAN>
                            </Id>
                          </DbtrAcct>
                        </RltdPties>
                        <RmtInf>
                          <Ustrd>Invoice 2026-%1$d of 3 January, customer number 4711</Ustrd>
                        </RmtInf>
                      </TxDtls>
                    </NtryDtls>
                  </Ntry>
            """;

    private XmlGenerator() {}

    static byte[] order(int lines) {
        StringBuilder out = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
                  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
                  <cbc:ID>PO-2026-1</cbc:ID>
                  <cbc:IssueDate>2026-01-15</cbc:IssueDate>
                  <cbc:OrderTypeCode>220</cbc:OrderTypeCode>
                  <cbc:Note>Please confirm within two days</cbc:Note>
                  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
                  <cac:BuyerCustomerParty>
                """);
        out.append(PARTY.formatted("4000001000005", "Nordwind Handels GmbH")).append("  </cac:BuyerCustomerParty>\n  <cac:SellerSupplierParty>\n");
        out.append(PARTY.formatted("4000002000004", "Mistral Schrauben GmbH")).append("  </cac:SellerSupplierParty>\n");
        for (int line = 1; line <= lines; line++) {
            out.append(LINE.formatted(line, line * 7 % 1000 + 1));
        }
        return out.append("</Order>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] statement(int entries) {
        StringBuilder out = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                  <BkToCstmrStmt>
                    <GrpHdr>
                      <MsgId>STMT-2026-34</MsgId>
                      <CreDtTm>2026-02-04T06:00:00+01:00</CreDtTm>
                    </GrpHdr>
                    <Stmt>
                      <Id>34</Id>
                      <Acct>
                        <Id>
                          <IBAN>DE02120300000000202051</IBAN>
                        </Id>
                        <Ccy>EUR</Ccy>
                      </Acct>
                """);
        for (int entry = 1; entry <= entries; entry++) {
            out.append(ENTRY.formatted(entry, entry * 13 % 5000 + 1));
        }
        return out.append("    </Stmt>\n  </BkToCstmrStmt>\n</Document>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
