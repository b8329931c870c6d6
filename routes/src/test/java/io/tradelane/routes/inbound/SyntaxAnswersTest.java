package io.tradelane.routes.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.AgreedAcknowledgement;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which acknowledgements an interchange gets, by what was agreed. */
class SyntaxAnswersTest {
    private static final String ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECIPIENT      *260302*1000*U*00401*000000905*0*P*>~";
    private static final String GS = "GS*PO*SENDER*RECIPIENT*20260302*1000*7*X*004010~";
    private static final String GOOD = "ST*850*0001~BEG*00*SA*PO-1**20260302~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*5*0001~";
    private static final String BAD = "ST*850*0001~BEG*00*SA*PO-1**20260230~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*5*0001~";
    private static final String END = "GE*1*7~IEA*1*000000905~";
    private static final String ORDERS = "UNB+UNOC:3+4000000000001:14+4000000000002:14+260302:1000+77'UNH+1+ORDERS:D:96A:UN'BGM+220+PO-1+9'"
            + "DTM+137:20260302:102'NAD+BY+4000000000001::9'NAD+SU+4000000000002::9'LIN+1++4006381333931:EN'QTY+21:10'UNS+S'UNT+9+1'UNZ+1+77'";

    private final AcknowledgementPolicies policies = mock(AcknowledgementPolicies.class);
    private final Senders senders = mock(Senders.class);
    private final SyntaxAnswers answers = new SyntaxAnswers(policies, senders, Clock.systemUTC());
    private final UUID sender = Ids.next();

    @BeforeEach
    void nothingIsAgreed() {
        when(senders.recipient(any())).thenReturn(Ids.next());
        when(policies.between(any(), any(), any())).thenReturn(Optional.empty());
    }

    private void agree(String version, When answer, When interchange) {
        agree("X12", version, answer, interchange);
    }

    private void agree(String format, String version, When answer, When interchange) {
        when(policies.between(any(), any(), any())).thenReturn(Optional.of(new AgreedAcknowledgement(format, version, new AcknowledgementPolicy(
                answer, interchange, Expected.NOTHING, null, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ACCEPTED))));
    }

    private List<String> kinds(String text) {
        return replies(text, false).stream().map(Reply::kind).toList();
    }

    @Test
    void whatIsRefusedBecauseItCameBeforeIsRefusedAsAWhole() {
        Reply edifact = refused(ORDERS).getFirst();
        assertThat(edifact.kind()).isEqualTo("CONTRL");
        assertThat(edifact.accepted()).isFalse();
        SyntaxAcknowledgementDocument contrl = (SyntaxAcknowledgementDocument) edifact.document().document();
        assertThat(contrl.action()).isEqualTo(SyntaxAcknowledgementDocument.Action.REJECTED);
        assertThat(contrl.error().code()).isEqualTo("26");
        assertThat(contrl.messages()).isEmpty();
        assertThat(refused(ISA + GS + GOOD + END)).extracting(Reply::kind).containsExactly("TA1");
    }

    private List<Reply> refused(String text) {
        return read(text, read -> answers.refused(sender, read));
    }

    private List<Reply> replies(String text, boolean duplicate) {
        return read(text, read -> answers.of(sender, read, duplicate));
    }

    private List<Reply> read(String text, Function<InterchangeAnswer.Read, List<Reply>> answered) {
        SyntaxReport report = new SyntaxReport(message -> null);
        try {
            InterchangeResult result = Translator.standard().read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ReadOptions.defaults(), report::add);
            Interchange interchange = mock(Interchange.class);
            when(interchange.id()).thenReturn(Ids.next());
            return answered.apply(new InterchangeAnswer.Read(interchange, result, report));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whereNothingIsAgreedEveryGroupIsAnsweredAndTheInterchangeWhenItAsks() {
        assertThat(kinds(ISA + GS + GOOD + END)).containsExactly("997");
        assertThat(kinds((ISA + GS + GOOD + END).replace("*0*P*", "*1*P*"))).containsExactly("TA1", "997");
        assertThat(kinds(ISA + GS + GOOD + "GE*1*7~IEA*1*000000906~")).as("a wrong envelope").containsExactly("TA1");
        assertThat(kinds(ORDERS)).containsExactly("CONTRL");
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThat(replies(ISA + GS + BAD + END, false)).singleElement().satisfies(reply -> {
            assertThat(reply.accepted()).isFalse();
            assertThat(reply.detail()).isEqualTo("850 0001: 8 invalid date (BEG, segment 2, element 5, “20260230”); 850 0001: 5 one or more segments in error");
        });
    }

    @Test
    void theAgreementSaysWhen() {
        agree("004010", When.ERRORS, When.NEVER);
        assertThat(kinds(ISA + GS + GOOD + END)).isEmpty();
        assertThat(kinds(ISA + GS + BAD + END)).containsExactly("997");
        agree("004010", When.REQUESTED, When.ALWAYS);
        assertThat(kinds(ISA + GS + GOOD + END)).containsExactly("TA1");
        agree("004010", When.NEVER, When.NEVER);
        assertThat(kinds(ISA + GS + BAD + END)).isEmpty();
    }

    @Test
    void theAgreementSaysWhich() {
        agree("005010X231A1", When.USUAL, When.USUAL);
        assertThat(kinds(ISA + GS + GOOD + END)).containsExactly("999");
    }

    @Test
    void idocsAreAnsweredOnlyWhereThatIsAgreed() {
        String idoc = "<ORDERS05><IDOC BEGIN=\"1\"><EDI_DC40 SEGMENT=\"1\"><TABNAM>EDI_DC40</TABNAM><DOCNUM>4711</DOCNUM><IDOCTYP>ORDERS05</IDOCTYP>"
                + "<MESTYP>ORDERS</MESTYP><SNDPOR>SAP</SNDPOR><SNDPRT>LS</SNDPRT><SNDPRN>NORDWIND</SNDPRN><RCVPOR>HUB</RCVPOR><RCVPRT>LI</RCVPRT>"
                + "<RCVPRN>HAINA</RCVPRN></EDI_DC40><E1EDK01 SEGMENT=\"1\"><BELNR>PO-1</BELNR></E1EDK01></IDOC></ORDERS05>";
        assertThat(kinds(idoc)).isEmpty();
        agree("IDOC", "ALEAUD01", When.USUAL, When.USUAL);
        assertThat(kinds(idoc)).containsExactly("ALEAUD");
        agree("IDOC", "SYSTAT01-FLAT", When.USUAL, When.USUAL);
        assertThat(kinds(idoc)).containsExactly("STATUS");
    }

    @Test
    void aRepeatIsAnsweredWithThatRemark() {
        assertThat(replies(ISA + GS + GOOD + END, true)).extracting(Reply::kind).containsExactly("TA1", "997");
        assertThat(replies(ISA + GS + GOOD + END, true).getFirst().detail()).isEqualTo("025 duplicate control number");
        SyntaxAcknowledgementDocument contrl = (SyntaxAcknowledgementDocument) replies(ORDERS, true).getFirst().document().document();
        assertThat(contrl.error().code()).isEqualTo("26");
    }

    @Test
    void everyAnswerHasAKeyOfItsOwn() {
        List<Reply> replies = replies((ISA + GS + GOOD + "GE*1*7~" + GS.replace("*7*X", "*8*X") + GOOD + "GE*1*8~IEA*2*000000905~").replace("*0*P*", "*1*P*"), false);
        assertThat(replies).hasSize(3);
        assertThat(replies.stream().map(reply -> reply.document().idempotencyKey())).doesNotHaveDuplicates();
    }

    @Test
    void acknowledgementsAreNotAcknowledged() {
        String set = "ST*997*0001~AK1*PO*5~AK9*A*1*1*1~SE*4*0001~";
        agree("004010", When.ALWAYS, When.ALWAYS);
        assertThat(kinds(ISA + GS.replace("*PO*", "*FA*") + set + END)).isEmpty();
        assertThat(kinds("UNB+UNOC:3+4000000000001:14+4000000000002:14+260302:1000+78'UNH+1+CONTRL:D:3:UN'"
                + "UCI+77+4000000000002:14+4000000000001:14+7'UNT+3+1'UNZ+1+78'")).isEmpty();
    }
}
