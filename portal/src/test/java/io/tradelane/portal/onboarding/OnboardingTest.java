package io.tradelane.portal.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.InterchangeFilter;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderSummary;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Step;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.CheckDigit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From an invitation to live, on the pages and by the API. */
class OnboardingTest extends PortalTest {
    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() % 100_000_000);

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Channels channels;

    @Autowired
    private PurchaseOrders orders;

    @Autowired
    private Interchanges interchanges;

    @Autowired
    private DespatchAdvices despatches;

    @Autowired
    private Users users;

    @Test
    void invitedCompanySetsItselfUpTriesAndGoesLive() throws Exception {
        String email = "new" + NUMBER.incrementAndGet() + "@example.com";
        String link = invite(email);
        String path = link.substring(link.indexOf("/invitations/"));

        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(containsString("Nordsee Schrauben")));
        mvc.perform(post(path).with(csrf()).param("name", "Jo").param("password", "short")).andExpect(status().isUnprocessableContent());
        mvc.perform(post(path).with(csrf()).param("name", "Jo Meyer").param("password", "long enough a word")).andExpect(redirectedUrl("/sign-in?invited"));
        mvc.perform(get(path)).andExpect(status().isNotFound());
        Onboarding begun = hub(() -> onboardings.list().stream().filter(one -> one.email().equals(email)).findFirst().orElseThrow());
        assertThat(hub(() -> users.findByEmail(email)).orElseThrow().memberships()).allMatch(place -> place.organisation().equals(begun.twin()));
        RequestPostProcessor partner = partner(begun);
        String page = "/onboardings/" + begun.id();

        mvc.perform(get("/onboarding").with(partner)).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(partner)).andExpect(content().string(containsString("step-profile")));
        String gln = gln();
        mvc.perform(to(page + "/profile").with(partner).param("name", "Nordsee Schrauben AG").param("GLN", wrong(gln))).andExpect(status().isUnprocessableContent());
        mvc.perform(to(page + "/profile").with(partner).param("name", "Nordsee Schrauben AG").param("GLN", gln)).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(partner)).andExpect(content().string(containsString("step-documents")));
        mvc.perform(to(page + "/documents").with(partner).param("ORDER", "gets").param("ORDER-format", "D96A").param("ORDER_RESPONSE", "sends")
                .param("ORDER_RESPONSE-format", "D96A")).andExpect(redirectedUrl(page));
        mvc.perform(get(page + "?step=channel&door=as2&direction=outbound").with(partner)).andExpect(content().string(containsString("p-url")));
        mvc.perform(to(page + "/steps/channel").with(partner)).andExpect(redirectedUrl(page));
        mvc.perform(to(page + "/certificates").with(partner).param("use", "sign").param("pem", "no certificate")).andExpect(status().isUnprocessableContent());
        mvc.perform(to(page + "/steps/certificates").with(partner)).andExpect(redirectedUrl(page));
        mvc.perform(to(page + "/steps/review").with(partner)).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(partner)).andExpect(content().string(containsString("data-testid=\"checklist\"")))
                .andExpect(content().string(not(containsString("live-form"))));

        mvc.perform(to(page + "/test-orders").with(partner)).andExpect(status().is3xxRedirection());
        assertThat(Tenancy.call(Actor.person(begun.twin(), begun.id(), "Jo"), () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL)).orders())).hasSize(1);
        assertThat(Tenancy.call(Actor.person(begun.company(), begun.id(), "Jo"), () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL)).orders())).isEmpty();
        mvc.perform(multipart(page + "/trials").file(new MockMultipartFile("file", "ordrsp.edi", "text/plain", "UNB+UNOC:3'".getBytes())).with(csrf()).with(partner))
                .andExpect(status().is3xxRedirection());
        assertThat(hub(() -> interchanges.list(new InterchangeFilter(null, Set.of(), begun.twin()), null, 5).items())).singleElement()
                .satisfies(came -> assertThat(came.fileName()).isEqualTo("ordrsp.edi"));
        mvc.perform(to(page + "/live").with(partner)).andExpect(status().isForbidden());

        mvc.perform(to(page + "/live").with(operator())).andExpect(redirectedUrl(page));
        assertThat(hub(() -> onboardings.find(begun.id())).orElseThrow().liveAt()).isNull();
        mvc.perform(to(page + "/live").with(operator()).param("reason", "Tried on the telephone")).andExpect(redirectedUrl(page));

        Onboarding live = hub(() -> onboardings.find(begun.id())).orElseThrow();
        assertThat(live.liveAt()).isNotNull();
        assertThat(live.overrideReason()).isEqualTo("Tried on the telephone");
        assertThat(hub(() -> agreements.outbound(trade.buyer, live.company(), DocumentType.ORDER))).hasValueSatisfying(agreed -> {
            assertThat(agreed.test()).isFalse();
            assertThat(agreed.receiverId()).isEqualTo(gln);
        });
        assertThat(hub(() -> users.findByEmail(email)).orElseThrow().memberships()).anyMatch(place -> place.organisation().equals(live.company()));
        mvc.perform(get(page).with(operator())).andExpect(content().string(containsString("Tried on the telephone")));
    }

    @Test
    void strangerSeesNoOnboardingOfOthers() throws Exception {
        invite("seen" + NUMBER.incrementAndGet() + "@example.com");
        UUID id = hub(() -> onboardings.list().getFirst().id());
        mvc.perform(get("/onboardings/" + id).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/onboardings/" + id).with(stranger())).andExpect(status().isNotFound());
    }

    @Test
    void buyerInvitesForItself() throws Exception {
        String email = "b" + NUMBER.incrementAndGet() + "@example.com";
        mvc.perform(to("/onboardings").with(buyer()).param("name", "Kleinteile GmbH").param("kind", "supplier").param("currency", "EUR").param("email", email))
                .andExpect(status().is3xxRedirection());
        Onboarding invited = hub(() -> onboardings.list().getFirst());
        assertThat(invited.counterparty()).isEqualTo(trade.buyer);
        mvc.perform(get("/onboardings").with(buyer())).andExpect(content().string(containsString(email)));
    }

    @Test
    void fileDoesWhatTheWizardAsksFor() throws Exception {
        String gln = gln();
        String file = """
                format: tradelane-partner/1
                partner:
                  name: Ostsee Dichtungen
                  kind: SUPPLIER
                  currency: EUR
                  identifiers:
                    - {scheme: GLN, value: "%s"}
                counterparties:
                  - id: buyer
                    name: Huaxing
                    kind: BUYER
                    currency: CNY
                    identifiers:
                      - {scheme: GLN, value: "6901234000016"}
                channels:
                  - name: AS2 from Ostsee
                    door: as2
                    direction: INBOUND
                    parameters: {partnerName: OSTSEE, hubName: HUB}
                agreements:
                  - direction: OUTBOUND
                    sender: buyer
                    receiver: partner
                    type: ORDER
                    versions:
                      - {number: 1, state: IN_FORCE, terms: {format: EDIFACT, version: D96A}}
                """.formatted(gln);
        String answer = mvc.perform(post("/api/v1/onboardings?email=o@example.com").with(operator()).with(csrf()).contentType("application/yaml").content(file))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.link").value(containsString("/invitations/")))
                .andExpect(jsonPath("$.checks[0].scenario").value("DELIVERED"))
                .andReturn().getResponse().getHeader("Location");
        Onboarding made = hub(() -> onboardings.find(UUID.fromString(answer.substring(answer.lastIndexOf('/') + 1)))).orElseThrow();
        assertThat(made.steps()).contains(Step.PROFILE, Step.DOCUMENTS, Step.CHANNEL);
        assertThat(hub(() -> agreements.list(made.twin()))).extracting(Agreement::test).containsExactly(true);
        assertThat(hub(() -> channels.list(made.twin()))).extracting(Channel::door).containsExactly("as2");

        mvc.perform(post(answer + "/live").with(operator()).with(csrf())).andExpect(status().isConflict());
        mvc.perform(post(answer + "/live").with(operator()).with(csrf()).contentType("application/json").content("{\"reason\": \"known for years\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("LIVE"));
        assertThat(hub(() -> channels.list(made.company()))).as("nothing came over it").extracting(Channel::enabled).containsExactly(false);
        mvc.perform(post("/api/v1/onboardings?email=o@example.com").with(operator()).with(csrf()).contentType("application/yaml").content(file))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("taken"));
    }

    @Test
    void channelThatWasConfirmedIsOpenWithoutProof() throws Exception {
        Onboarding made = supplier("ORDER", "gets");
        UUID channel = hub(() -> onboardings.channel(made, new NewChannel(made.twin(), "HTTP", "http", Direction.INBOUND, Map.of(), Map.of(), true)));
        mvc.perform(to("/onboardings/" + made.id() + "/live").with(operator()).param("reason", "known for years").param("channel", channel.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(hub(() -> channels.list(made.company()))).extracting(Channel::enabled).containsExactly(true);
    }

    @Test
    void supplierIsOfferedOnlyWhatSuppliersExchange() throws Exception {
        Onboarding made = supplier("ORDER", "sends");
        assertThat(made.documents()).as("a supplier sends no orders").isEmpty();
    }

    @Test
    void counterpartyAnswersWhatASupplierSendsAndTestFilesAreMadeOfItsDeals() throws Exception {
        Onboarding made = supplier("ORDER", "gets", "ORDER_RESPONSE", "sends", "RECEIPT_ADVICE", "gets");
        String api = "/api/v1/onboardings/" + made.id();
        mvc.perform(get(api + "/samples/ORDER_RESPONSE").with(partner(made))).andExpect(status().isNotFound());
        mvc.perform(to(api + "/test-orders").with(partner(made))).andExpect(status().isOk());
        mvc.perform(get(api + "/samples/ORDER_RESPONSE").with(partner(made))).andExpect(content().string(containsString("ORDRSP:D:96A")));
        mvc.perform(get(api + "/samples/ORDER_RESPONSE?wrong=true").with(partner(made))).andExpect(content().string(containsString("UNT+99+")));
        mvc.perform(get(api + "/samples/INVOICE").with(partner(made))).andExpect(status().isNotFound());
        OrderSummary order = Tenancy.call(Actor.person(made.twin(), made.id(), "Jo"), () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL)).orders()).getFirst();
        Tenancy.run(Actor.person(made.twin(), made.id(), "Jo"), () -> {
            orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), order.version());
            despatches.despatch(new DespatchAdvices.Despatch(UUID.randomUUID(), order.id(), 1, null, null, null));
        });
        mvc.perform(to(api + "/test-answers").with(partner(made))).andExpect(jsonPath("$.done.RECEIPT_ADVICE").value(1));
        mvc.perform(to(api + "/test-answers").with(partner(made))).andExpect(jsonPath("$.done").isEmpty());
    }

    @Test
    void keyIsOnlyForWhomItIs() throws Exception {
        Onboarding made = supplier("ORDER", "gets");
        String keys = "/api/v1/onboardings/" + made.id() + "/keys";
        mvc.perform(to(keys).with(partner(made))).andExpect(jsonPath("$.key").value(containsString("tl_")));
        hub(() -> onboardings.goLive(made, "known for years", Set.of()));
        mvc.perform(to(keys).with(partner(made))).andExpect(status().isNotFound());
        mvc.perform(to(keys).with(as(made.company(), Role.ORGANISATION_ADMIN))).andExpect(jsonPath("$.key").value(containsString("tl_")));
    }

    /** A supplier of the sample buyer that has filled in what it exchanges: kinds and ways by turns. */
    private Onboarding supplier(String... exchanged) throws Exception {
        String email = "s" + NUMBER.incrementAndGet() + "@example.com";
        invite(email);
        Onboarding made = hub(() -> onboardings.list().stream().filter(one -> one.email().equals(email)).findFirst().orElseThrow());
        mvc.perform(to("/onboardings/" + made.id() + "/profile").with(operator()).param("name", "Nordsee Schrauben AG").param("GLN", gln()));
        MockHttpServletRequestBuilder documents = to("/onboardings/" + made.id() + "/documents").with(operator());
        for (int i = 0; i < exchanged.length; i += 2) {
            documents.param(exchanged[i], exchanged[i + 1]).param(exchanged[i] + "-format", "D96A");
        }
        mvc.perform(documents);
        return hub(() -> onboardings.find(made.id())).orElseThrow();
    }

    private String invite(String email) throws Exception {
        return (String) mvc.perform(to("/onboardings").with(operator()).param("name", "Nordsee Schrauben").param("kind", "supplier").param("currency", "EUR")
                .param("email", email).param("language", "en").param("counterparty", trade.buyer.toString()))
                .andExpect(status().is3xxRedirection()).andReturn().getFlashMap().get("link");
    }

    private RequestPostProcessor partner(Onboarding onboarding) {
        return as(onboarding.twin(), Role.ORGANISATION_ADMIN, Role.SUPPLIER_SALES);
    }

    private static MockHttpServletRequestBuilder to(String path) {
        return post(path).with(csrf());
    }

    private static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }

    private static String gln() {
        String digits = Long.toString(500_000_000_000L + NUMBER.incrementAndGet());
        return digits + CheckDigit.of(digits);
    }

    private static String wrong(String gln) {
        char last = gln.charAt(gln.length() - 1);
        return gln.substring(0, gln.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
