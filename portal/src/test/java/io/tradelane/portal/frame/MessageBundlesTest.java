package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.table.TableField;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.PriceSource;
import io.tradelane.trading.catalogue.ArticleQuality;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleUpload;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.catalogue.ListingFilter;
import io.tradelane.trading.catalogue.ListingState;
import io.tradelane.trading.catalogue.PriceChange;
import io.tradelane.trading.chat.Subject;
import io.tradelane.trading.contract.ClauseKind;
import io.tradelane.trading.contract.ContractFilter;
import io.tradelane.trading.contract.ContractState;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.despatch.Transport;
import io.tradelane.trading.despatch.TransportOrderStatus;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.admission.Admission;
import io.tradelane.trading.admission.AdmissionState;
import io.tradelane.trading.catalogue.SharedStock;
import io.tradelane.trading.exchange.AuditTrail;
import io.tradelane.trading.exchange.Certification;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.DeliveryAttempt;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.exchange.RetentionRun;
import io.tradelane.trading.exchange.traffic.Hold;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.incident.AlertRule;
import io.tradelane.trading.incident.Correction;
import io.tradelane.trading.incident.CorrectionOutcome;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import io.tradelane.trading.incident.Replay;
import io.tradelane.trading.incident.ReplayItem;
import io.tradelane.trading.incident.ReplayRefusal;
import io.tradelane.trading.inventory.MovementKind;
import io.tradelane.trading.inventory.StockCause;
import io.tradelane.trading.inventory.StockFilter;
import io.tradelane.trading.inventory.StockRow;
import io.tradelane.trading.invoice.HoldCode;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.invoice.LineVerdict;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.AgreementTransition;
import io.tradelane.trading.order.BuyerChange;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.LineIssue;
import io.tradelane.trading.order.LineState;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.RevisedLine;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.CertificateStanding;
import io.tradelane.trading.partner.CrossReference;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DuplicatePolicy;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.OrganisationContact;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerImportReport;
import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyDifference;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SequencePolicy;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.InstructedPayment;
import io.tradelane.trading.payment.PaymentTask;
import io.tradelane.trading.payment.RemittanceCase;
import io.tradelane.trading.payment.RemittanceFilter;
import io.tradelane.trading.payment.RemittanceView;
import io.tradelane.trading.schedule.ProductionLine;
import io.tradelane.trading.schedule.ProductionStep;
import io.tradelane.trading.schedule.ScheduleFilter;
import io.tradelane.trading.schedule.ScheduleSummary;
import io.tradelane.trading.relation.Factor;
import io.tradelane.trading.relation.OwnSupplier;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.requirement.MatchFactor;
import io.tradelane.trading.requirement.PastedLines;
import io.tradelane.trading.requirement.RequirementFilter;
import io.tradelane.trading.requirement.RequirementState;
import io.tradelane.trading.sourcing.InviteeState;
import io.tradelane.trading.sourcing.QuoteState;
import io.tradelane.trading.sourcing.RfqFilter;
import io.tradelane.trading.sourcing.RfqState;
import io.tradelane.trading.sourcing.Side;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything, nothing is said that nobody asks for, and no page has text of its own. */
class MessageBundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");

    /** Keys made from a code the engine may extend; a code without a text is shown as it is. */
    private static final List<String> OPEN = List.of(
            "timeline.", "detail.", "value.", "verdict.", "reason.", "cause.", "type.", "door.", "connection.test.", "unit.", "noEffect.", "problem.", "clarification.", "entities.");

    /** Keys made from a code of the portal's own. */
    private static final List<String> MADE = List.of("error.", "category.", "recommended.why.", "frame.theme.", "message.view.", "packageType.", "step.", "field.", "reading.problem.", "profile.", "table.delimiter.", "adjustment.", "replay.effect.", "replay.identity.", "replay.query.", "term.", "partner.import.problem.", "identifier.problem.",
            "onboarding.hint.", "agreement.problem.", "certificate.problem.", "alert.problem.", "radar.term.", "maintenance.", "traffic.", "sending.hold.", "article.", "upload.problem.", "admission.problem.", "counts.column.", "counts.problem.", "application.state.", "register.", "task.", "people.duties.", "PadesVerifier.Indication.", "ContractVerification.Verdict.", "verification.", "contract.variable.", "people.problem.", "cart.", "match.reason.", "recommended.reason.");

    private static final List<Class<? extends Enum<?>>> WORDS = Stream.concat(DocumentFields.enums().stream(), Stream.of(
            Organisation.Kind.class, OrderFilter.Tab.class, OrderStatus.Approval.class, Agreement.class, OrderStatus.Fulfilment.class,
            OrderStatus.Billing.class, OrderStatus.Payment.class, OrderStatus.Transmission.class, LineState.class, LineIssue.Code.class,
            OrderDocument.Kind.class, ShipmentView.State.class, ShipmentView.Issue.class, GoodsReceipts.Difference.class, InvoiceStatus.class,
            LineVerdict.class, HoldCode.class, InvoiceDocument.Kind.class, Invoices.Decision.class, PaymentTask.Reason.class, PaymentTask.Status.class,
            Incident.Status.class, InterchangeStatus.class, MessageStatus.class, DeliveryAttempt.Outcome.class, Direction.class, Tenancy.Source.class,
            PartnerCertificate.Use.class, DocumentType.class, OrderResponseDocument.Decision.class, OrderResponseDocument.LineDecision.class,
            SyntaxAcknowledgementDocument.Action.class, PartyRole.class, HoldReason.class, CrossReference.Kind.class,
            AgreementVersion.State.class, DuplicatePolicy.Treatment.class, SequencePolicy.class, PartnerImportReport.Part.class,
            PartnerImportReport.Change.class, OrganisationContact.Role.class, CertificateStanding.How.class, ControlNumbers.Kind.class,
            AcknowledgementPolicy.When.class, AcknowledgementPolicy.Expected.class, AcknowledgementPolicy.Meaning.class, ReadingSetting.CodeLists.class,
            TableField.class, Transport.class, InstructedPayment.Status.class,
            RemittanceView.Status.class, RemittanceCase.Reason.class, RemittanceCase.Status.class, RemittanceFilter.Tab.class, BuyerChange.State.class,
            RevisedLine.Obstacle.class, PartyChange.Status.class, PartyChange.Part.class, PartyDifference.Field.class, TransportOrderStatus.class,
            RequirementState.class, RequirementFilter.Tab.class, PastedLines.Column.class, MatchFactor.class, Standing.class, Factor.class, OwnSupplier.Health.class,
            ArticleQuality.Lack.class, CategoryAttribute.Kind.class, PriceChange.State.class,
            RfqState.class, RfqFilter.Tab.class, QuoteState.class, InviteeState.class, Side.class, OutboxStatus.class,
            ScheduleFilter.Tab.class, ScheduleSummary.State.class,
            Onboarding.State.class, Onboarding.Step.class, Certification.Scenario.class,
            Correction.Status.class, CorrectionOutcome.Why.class, Replay.Kind.class, Replay.Mapping.class, Replay.Status.class, ReplayItem.Outcome.class,
            ReplayRefusal.class, RetentionRun.Kind.class, RetentionRun.Status.class,
            AuditTrail.Subject.class, Obligation.Kind.class, Obligation.State.class, Obligation.Outcome.class, Radar.Reminded.class, AlertRule.Watch.class, Notice.Status.class,
            ProductionStep.class, ProductionLine.Risk.class, StockRow.State.class, StockFilter.Tab.class, MovementKind.class, StockCause.Kind.class, SharedStock.Mode.class, Role.class, Role.Side.class, Permission.class, AdmissionState.class, Admission.Kind.class,
            ListingState.class, ListingFilter.Tab.class, ArticleQuery.Sort.class, FoundArticles.Meant.class, ArticleUpload.State.class,
            CartState.class, PriceSource.class, CancelReason.class, ApprovalRequest.Kind.class, ApprovalRequest.State.class, ApprovalRequest.StepState.class,
            DayOfWeek.class, ContractState.class, ContractType.class, ClauseKind.class, ContractFilter.Tab.class, Subject.class, Hold.Reason.class, MaintenanceWindow.Inbound.class)).distinct().toList();

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("zh_CN")).isEqualTo(keys("en"));
    }

    @Test
    void everyConstantThatIsShownHasAWordAndNoWordIsLeftOver() throws IOException {
        Set<String> keys = keys("en");
        for (Class<? extends Enum<?>> type : WORDS) {
            Set<String> expected = Stream.of(type.getEnumConstants()).map(Words::key).collect(Collectors.toCollection(TreeSet::new));
            String prefix = expected.iterator().next().replaceAll("[A-Z_0-9]+$", "");
            assertThat(keys.stream().filter(key -> key.matches(Pattern.quote(prefix) + "[A-Z_0-9]+"))).as(prefix).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        Pattern asked = Pattern.compile("#\\{([\\w.\\-]+)|msg\\('([\\w.\\-]+)'\\)|words\\.text\\('([\\w.\\-]+)'[,)]");
        Set<String> wanted = new TreeSet<>();
        for (String template : texts(TEMPLATES, ".html")) {
            Matcher matcher = asked.matcher(template);
            while (matcher.find()) {
                wanted.add(Stream.of(matcher.group(1), matcher.group(2), matcher.group(3)).filter(key -> key != null).findFirst().orElseThrow());
            }
        }
        Pattern called = Pattern.compile("(?:words\\.text|wrong)\\((?:\"[a-z\\-+ ]+\" ?[^,]*, )?\"([\\w.\\-]+\\.[\\w.\\-]+)\"");
        for (String source : texts(Path.of("src/main/java"), ".java")) {
            Matcher matcher = called.matcher(source);
            while (matcher.find()) {
                wanted.add(matcher.group(1));
            }
        }
        assertThat(wanted).hasSizeGreaterThan(200);
        assertThat(keys("en")).containsAll(wanted.stream().filter(key -> !key.endsWith(".")).toList());
    }

    @Test
    void everyFieldOfADocumentHasAWord() throws IOException {
        assertThat(keys("en")).containsAll(DocumentFields.names().stream().map(name -> "field." + name).toList());
    }

    @Test
    void everyKeyIsAskedFor() throws IOException {
        String everything = String.join("\n", texts(TEMPLATES, ".html")) + String.join("\n", texts(Path.of("src/main/java"), ".java"));
        Set<String> words = Pattern.compile("[\\w.\\-]+").matcher(everything).results().map(word -> word.group().replaceAll("\\.+$", "")).collect(Collectors.toSet());
        List<String> unused = keys("en").stream()
                .filter(key -> WORDS.stream().noneMatch(type -> key.startsWith(Words.key(type.getEnumConstants()[0]).replaceAll("[A-Z_0-9]+$", ""))))
                .filter(key -> Stream.concat(OPEN.stream(), MADE.stream()).noneMatch(key::startsWith))
                .filter(key -> !words.contains(key))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyStepOfTheOrderMachineIsToldOnTheTimeline() throws IOException {
        Set<String> keys = keys("en");
        assertThat(keys).contains(Stream.of(AgreementTransition.Event.ACCEPT, AgreementTransition.Event.PROPOSE_CHANGE, AgreementTransition.Event.REJECT,
                        AgreementTransition.Event.ACCEPT_CHANGE, AgreementTransition.Event.REFUSE_CHANGE, AgreementTransition.Event.ACKNOWLEDGE, AgreementTransition.Event.COMPLETE,
                        AgreementTransition.Event.REPLACE, AgreementTransition.Event.REQUEST_CHANGE, AgreementTransition.Event.REQUEST_CANCEL, AgreementTransition.Event.CANCEL,
                        AgreementTransition.Event.ACCEPT_CANCEL, AgreementTransition.Event.REFUSE_CANCEL, AgreementTransition.Event.WITHDRAW_CHANGE)
                .map(event -> "timeline.PURCHASE_ORDER." + event).toArray(String[]::new));
    }

    @Test
    void noPageHasTextOfItsOwn() throws IOException {
        Pattern text = Pattern.compile("<(?!/?(?:kbd|code)\\b)(\\w+)([^<>]*)>([^<>]*[A-Za-z\\u4e00-\\u9fff]{2}[^<>]*)<");
        Pattern attribute = Pattern.compile("\\s(?:title|placeholder|alt|aria-label)=\"[^\"]*[A-Za-z\\u4e00-\\u9fff][^\"]*\"");
        for (Path template : files(TEMPLATES, ".html")) {
            String source = Files.readString(template).replaceAll("\"[^\"]*\"", "\"\"");
            Matcher matcher = text.matcher(source.replaceAll("(?s)<!--.*?-->", ""));
            while (matcher.find()) {
                assertThat(matcher.group(2)).as(template + ": “" + matcher.group(3).strip() + "”").contains("th:text");
            }
            assertThat(attribute.matcher(Files.readString(template)).results().map(found -> found.group()).toList()).as(template.toString()).isEmpty();
        }
    }

    @Test
    void chineseTextsAreChinese() throws IOException {
        Properties chinese = bundle("zh_CN");
        Set<String> same = Set.of("API", "EDI", "GLN", "JSON", "HTTP", "AS2", "SOAP", "SHA-256", "English", "SSCC", "BIC", "GTIN", "–", "{0}，{1}", "{0}：{1}");
        assertThat(chinese.entrySet().stream()
                .filter(entry -> !same.contains(entry.getValue().toString()) && entry.getValue().toString().chars().noneMatch(c -> c >= 0x4e00 && c <= 0x9fff))
                .map(entry -> entry.getKey() + "=" + entry.getValue()))
                .isEmpty();
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(bundle(language).stringPropertyNames());
    }

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("i18n/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static List<String> texts(Path root, String ending) throws IOException {
        List<Path> files = files(root, ending);
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
