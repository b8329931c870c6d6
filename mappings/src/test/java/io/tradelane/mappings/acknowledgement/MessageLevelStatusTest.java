package io.tradelane.mappings.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.TradeDocuments;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Peppol Message Level Status 1.0, beside the Message Level Response that it replaces. */
class MessageLevelStatusTest {
    private static final Target MLS = new Target(Format.UBL, "MLS");

    private static String written(ApplicationAcknowledgementDocument document, Target target) {
        Envelope envelope = Envelope.of(new PartyAddress("987654", "0242"), new PartyAddress("123456", "0242"), "1", Instant.parse("2026-03-02T10:00:00Z"));
        return new String(Translator.standard().write(List.of(document), target, envelope), StandardCharsets.UTF_8);
    }

    private static ApplicationAcknowledgementDocument response(boolean accepted, @Nullable String code, List<ApplicationError> errors) {
        ApplicationAcknowledgementDocument like = TradeDocuments.messageResponse();
        return new ApplicationAcknowledgementDocument(
                "S-1", like.issueDate(), accepted, "90f14eff-3705-4869-ad3c-caae270a234e", "INV-7", like.parties(), errors, code);
    }

    @Test
    void aRefusalNamesTheEnvelopeAndEveryIssueAtItsPlace() {
        ApplicationAcknowledgementDocument refused = response(false, null, List.of(
                new ApplicationError("SV", "cbc:ID is missing", "/Invoice/cbc:ID"), new ApplicationError("12", "The buyer is not known", null)));

        String text = written(refused, MLS);

        assertThat(text).contains("<cbc:EndpointID schemeID=\"0242\">987654<", "<cbc:EndpointID schemeID=\"0242\">123456<", "<cbc:CustomizationID>urn:peppol:edec:mls:1.0<", "<cbc:ProfileID>urn:peppol:edec:mls<",
                "<cbc:IssueDate>2026-03-02<", "<cbc:IssueTime>10:00:00Z<", "<cbc:ResponseCode>RE<", "<cbc:Description>cbc:ID is missing<",
                "<cbc:ID>90f14eff-3705-4869-ad3c-caae270a234e<", "<cbc:LineID>/Invoice/cbc:ID<", "<cbc:StatusReasonCode>SV<",
                "<cbc:LineID>NA<", "<cbc:StatusReasonCode>FD<", "12 The buyer is not known");
        Reading reading = Reading.of(text);
        assertThat(reading.errors()).isEmpty();
        ApplicationAcknowledgementDocument read = (ApplicationAcknowledgementDocument) reading.only().document();
        assertThat(read.accepted()).isFalse();
        assertThat(read.messageReference()).isEqualTo("90f14eff-3705-4869-ad3c-caae270a234e");
        assertThat(read.errors()).extracting(ApplicationError::code).containsExactly("SV", "FD");
    }

    @Test
    void anAcceptanceSaysWhetherTheRecipientHasIt() {
        assertThat(written(response(true, null, List.of()), MLS)).contains("<cbc:ResponseCode>AP<").doesNotContain("LineResponse");
        String blind = written(response(true, "AB", List.of()), MLS);
        assertThat(blind).contains("<cbc:ResponseCode>AB<");
        ApplicationAcknowledgementDocument read = (ApplicationAcknowledgementDocument) Reading.of(blind).only().document();
        assertThat(read.accepted()).isTrue();
        assertThat(read.responseCode()).isEqualTo("AB");
    }

    @Test
    void aRefusalWithoutAReasonIsAFailureOfDelivery() {
        assertThat(written(response(false, null, List.of()), MLS)).contains("<cbc:StatusReasonCode>FD<", "<cbc:ResponseCode>RE<");
    }

    @Test
    void theAgreementsVersionChoosesBetweenResponseAndStatus() {
        assertThat(written(response(true, null, List.of()), new Target(Format.UBL, "PEPPOL")))
                .contains("urn:fdc:peppol.eu:poacc:trns:mlr:3").contains("<cbc:ID>INV-7<");
        assertThat(Translator.standard().targets(response(true, null, List.of()).type())).contains(MLS);
    }

    @Test
    void whatIsWrongWithADocumentIsToldAsThePeppolListHasIt() {
        Reading order = Reading.of("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"></Order>");

        ApplicationAcknowledgementDocument response =
                Acknowledgements.response(order.only(), "A1", LocalDate.of(2026, 3, 2), List.of(), Locale.ENGLISH);

        assertThat(response.errors()).isNotEmpty().allSatisfy(error -> assertThat(error.code()).isIn("SV", "BV", "BW"));
        assertThat(response.accepted()).isFalse();
    }

    @Test
    void severalIssuesOfOnePlaceAreAllRead() {
        String text = """
                <ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"
                    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                  <cbc:CustomizationID>urn:peppol:edec:mls:1.0</cbc:CustomizationID><cbc:ProfileID>urn:peppol:edec:mls</cbc:ProfileID>
                  <cbc:ID>S-9</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:IssueTime>12:00:00Z</cbc:IssueTime>
                  <cac:SenderParty><cbc:EndpointID schemeID="0242">987654</cbc:EndpointID></cac:SenderParty>
                  <cac:ReceiverParty><cbc:EndpointID schemeID="0242">123456</cbc:EndpointID></cac:ReceiverParty>
                  <cac:DocumentResponse>
                    <cac:Response><cbc:ResponseCode>RE</cbc:ResponseCode><cbc:Description>Wrong</cbc:Description></cac:Response>
                    <cac:DocumentReference><cbc:ID>PO-1</cbc:ID></cac:DocumentReference>
                    <cac:LineResponse><cac:LineReference><cbc:LineID>/Order/cac:OrderLine[3]</cbc:LineID></cac:LineReference>
                      <cac:Response><cbc:Description>No price</cbc:Description><cac:Status><cbc:StatusReasonCode>BV</cbc:StatusReasonCode></cac:Status></cac:Response>
                      <cac:Response><cbc:Description>Odd unit</cbc:Description><cac:Status><cbc:StatusReasonCode>BW</cbc:StatusReasonCode></cac:Status></cac:Response>
                    </cac:LineResponse>
                  </cac:DocumentResponse>
                </ApplicationResponse>
                """;

        ApplicationAcknowledgementDocument read = (ApplicationAcknowledgementDocument) Reading.of(text).only().document();

        assertThat(read.errors()).containsExactly(
                new ApplicationError("BV", "No price", "/Order/cac:OrderLine[3]"), new ApplicationError("BW", "Odd unit", "/Order/cac:OrderLine[3]"));
    }
}
