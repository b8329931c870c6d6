package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelTest;
import io.tradelane.trading.partner.ChannelTests;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Connections made and changed, on the page and by the API. */
class ConnectionsTest extends PortalTest {
    @Autowired
    private Channels channels;

    @Autowired
    private Agreements agreements;

    @Autowired
    private AcknowledgementPolicies policies;

    @Autowired
    private ApiClients clients;

    @Autowired
    private ChannelTests tests;

    @Test
    void aConnectionIsTestedByAHubAndShownStepByStep() throws Exception {
        UUID id = Tenancy.call(Actor.hub(), () -> channels.create(new NewChannel(trade.buyer, "Tested " + Ids.next(), "as2", Direction.OUTBOUND,
                Map.of("url", "https://partner.example/as2"), Map.of(), false)));
        mvc.perform(get("/connections/" + id).with(operator())).andExpect(content().string(containsString("data-testid=\"test\"")));
        mvc.perform(post("/connections/" + id + "/test").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/connections/" + id + "/test").with(operator())).andExpect(content().string(containsString("hx-trigger=\"every 1s\"")));

        Tenancy.run(Actor.hub(), () -> {
            ChannelTest asked = tests.take(Duration.ofMinutes(1)).orElseThrow();
            assertThat(asked.channel()).isEqualTo(id);
            assertThat(tests.take(Duration.ofMinutes(1))).isEmpty();
            tests.finish(asked.id(), List.of(new ChannelTest.Step("RESOLVED", true, "192.0.2.1"), new ChannelTest.Step("CERTIFICATE", false, "CN=<b>other")));
        });

        mvc.perform(get("/connections/" + id + "/test").with(operator())).andExpect(status().isOk())
                .andExpect(content().string(containsString("192.0.2.1")))
                .andExpect(content().string(containsString("CN=&lt;b&gt;other")))
                .andExpect(content().string(not(containsString("every 1s"))))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(json(get("/api/v1/channels/" + id + "/test"), "")).andExpect(status().isOk()).andExpect(jsonPath("$.good").value(false))
                .andExpect(jsonPath("$.steps[1].name").value("CERTIFICATE"));
        mvc.perform(json(post("/api/v1/channels/" + id + "/test"), "")).andExpect(status().isAccepted()).andExpect(jsonPath("$.steps").isEmpty());
        UUID folder = Tenancy.call(Actor.hub(), () -> channels.create(new NewChannel(trade.buyer, "Untested " + Ids.next(), "folder", Direction.INBOUND,
                Map.of("folder", "x"), Map.of(), false)));
        mvc.perform(post("/connections/" + folder + "/test").with(operator()).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void theFormIsDrawnFromWhatTheDoorDeclares() throws Exception {
        mvc.perform(get("/connections").with(operator())).andExpect(content().string(containsString("data-testid=\"new-connection\"")));
        mvc.perform(get("/connections/new").with(operator())).andExpect(content().string(containsString("door=as2&amp;direction=outbound")));
        mvc.perform(get("/connections/new").param("door", "as2").param("direction", "outbound").with(operator())).andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"p-url\"")))
                .andExpect(content().string(containsString("<option value=\"sync\" selected=\"selected\">")))
                .andExpect(content().string(containsString("type=\"password\"")));
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
        mvc.perform(post("/connections").param("door", "as2").param("direction", "outbound").param("name", "").param("p-timeoutSeconds", "77")
                        .with(operator()).with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"name-error\"")))
                .andExpect(content().string(containsString("id=\"organisation-error\"")))
                .andExpect(content().string(containsString("id=\"p-url-error\"")))
                .andExpect(content().string(containsString("aria-describedby=\"p-url-error p-url-help\"")))
                .andExpect(content().string(containsString("value=\"77\"")));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefusedAndKeepsTheForm() throws Exception {
        UUID id = channel("Two at once");
        mvc.perform(post("/connections/" + id).param("version", "1").param("name", "First").param("p-url", "https://first.example").with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/connections/" + id).param("version", "1").param("name", "Second").param("p-url", "https://second.example").with(operator()).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"https://second.example\"")))
                .andExpect(content().string(containsString("name=\"version\" value=\"2\"")));
        assertThat(channel(id).name()).isEqualTo("First");
        assertThat(channel(id).secrets()).as("left blank").containsEntry("password", "geheim");
    }

    @Test
    void aCompanysAdministratorSeesItsOwnConnectionsAndChangesNone() throws Exception {
        UUID own = channel("Seen by its owner");
        var admin = as(trade.supplier, Role.ORGANISATION_ADMIN);
        mvc.perform(get("/connections").with(admin)).andExpect(content().string(containsString("Seen by its owner")))
                .andExpect(content().string(not(containsString("Huaxing AS2")))).andExpect(content().string(not(containsString("new-connection"))));
        mvc.perform(get("/connections/" + own).with(admin)).andExpect(status().isOk()).andExpect(content().string(not(containsString("geheim"))));
        mvc.perform(get("/connections/" + own).with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
        mvc.perform(post("/connections/" + own).param("version", "1").param("name", "Mine").with(admin).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/connections/new").with(admin)).andExpect(status().isForbidden());
        mvc.perform(get("/connections").with(buyer())).andExpect(status().isForbidden());
    }

    @Test
    void theTickedAgreementsGoOverTheConnection() throws Exception {
        Agreement agreement = Tenancy.call(Actor.hub(), () -> agreements.list(trade.buyer)).stream().filter(a -> a.receiver().equals(trade.buyer)).findFirst().orElseThrow();
        UUID second = Tenancy.call(Actor.hub(), () -> channels.create(
                new NewChannel(trade.buyer, "Second way", "as2", Direction.OUTBOUND, Map.of("url", "https://b.example"), Map.of(), true)));
        mvc.perform(get("/connections/" + second).with(operator())).andExpect(content().string(containsString("now by Huaxing AS2")));
        mvc.perform(post("/connections/" + second + "/agreements").param("agreement", agreement.id().toString()).with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern("/connections/*"));
        assertThat(agreement(agreement.id()).channel()).isEqualTo(second);
        mvc.perform(post("/connections/" + second + "/agreements").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/connections/*"));
        assertThat(agreement(agreement.id()).channel()).as("read in the portal").isNull();
        mvc.perform(post("/connections/" + agreement.channel() + "/agreements").param("agreement", agreement.id().toString()).with(operator()).with(csrf()));
        assertThat(agreement(agreement.id()).channel()).isEqualTo(agreement.channel());
    }

    @Test
    void oneMoreDocumentIsAgreedForAConnection() throws Exception {
        UUID id = channel("For agreements");
        String address = "/connections/" + id + "/agreements/new";
        mvc.perform(get(address).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("Huaxing Components")));
        mvc.perform(post(address).param("type", "remittance_advice").param("version", "D99Z").with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"sender-error\""))).andExpect(content().string(containsString("id=\"version-error\"")));
        mvc.perform(post(address).param("type", "remittance_advice").param("version", "d01b").param("sender", trade.otherBuyer.toString())
                .param("acknowledgement", "true").with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/connections/*"));
        Agreement made = Tenancy.call(Actor.hub(), () -> agreements.outbound(trade.otherBuyer, trade.supplier, DocumentType.REMITTANCE_ADVICE)).orElseThrow();
        assertThat(made).extracting(Agreement::channel, Agreement::version, Agreement::senderId, Agreement::receiverId, Agreement::acknowledgementRequested)
                .containsExactly(id, "D01B", "4012345000009", "6909876000012", true);
        mvc.perform(post(address).param("type", "remittance_advice").param("version", "D01B").param("sender", trade.otherBuyer.toString())
                .with(operator()).with(csrf())).andExpect(status().is(422)).andExpect(content().string(containsString("agreed already")));
    }

    @Test
    void anAgreementIsChangedAndRemoved() throws Exception {
        UUID channel = channel("For changes");
        mvc.perform(post("/connections/" + channel + "/agreements/new").param("type", "despatch_advice").param("version", "D96A")
                .param("charset", "UNOC").param("sender", trade.otherBuyer.toString()).with(operator()).with(csrf())).andExpect(redirectedUrlPattern("/connections/*"));
        Agreement made = Tenancy.call(Actor.hub(), () -> agreements.outbound(trade.otherBuyer, trade.supplier, DocumentType.DESPATCH_ADVICE)).orElseThrow();
        String address = "/agreements/" + made.id();
        mvc.perform(get("/partners/" + trade.supplier).with(operator())).andExpect(content().string(containsString(address)));
        mvc.perform(get(address).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("value=\"D96A\"")));
        mvc.perform(post(address).param("version", "D99Z").with(operator()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"version-error\"")));
        mvc.perform(post(address).param("version", "D01B").param("charset", "UNOW").param("receiverId", "HAINA").param("receiverQualifier", "ZZ")
                .param("activate", "now").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(agreement(made.id())).extracting(Agreement::version, Agreement::charset, Agreement::receiverId, Agreement::receiverQualifier, Agreement::channel)
                .containsExactly("D01B", "UNOW", "HAINA", "ZZ", channel);
        mvc.perform(post(address + "/removal").with(as(trade.supplier, Role.ORGANISATION_ADMIN)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(address + "/removal").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(address).with(operator())).andExpect(status().isNotFound());
        mvc.perform(post(address + "/removal").with(operator()).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void whatIsOwedAndWhatItMeansIsAgreedOnThePage() throws Exception {
        Agreement agreement = Tenancy.call(Actor.hub(), () -> agreements.list(trade.buyer)).stream().filter(a -> a.receiver().equals(trade.buyer)).findFirst().orElseThrow();
        String address = "/agreements/" + agreement.id();
        mvc.perform(get(address).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"expected\"")))
                .andExpect(content().string(containsString("<option value=\"received\" selected=\"selected\">"))).andExpect(content().string(not(containsString("name=\"answer\""))));
        mvc.perform(post(address).param("version", "D96A").param("charset", "UNOC").param("deadline", "0.5").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"deadline-error\"")));
        mvc.perform(post(address).param("version", "D96A").param("charset", "UNOC").param("expected", "syntax").param("deadline", "120").param("acknowledged", "received")
                .param("received", "accepted").param("rejected", "rejected").param("withErrors", "attention").param("activate", "now").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        AcknowledgementPolicy agreed = Tenancy.call(Actor.hub(), () -> policies.of(agreement.id()));
        assertThat(agreed.deadlineMinutes()).isEqualTo(120);
        assertThat(agreed).extracting(AcknowledgementPolicy::expected, AcknowledgementPolicy::acknowledged, AcknowledgementPolicy::received, AcknowledgementPolicy::withErrors)
                .containsExactly(Expected.SYNTAX, Meaning.RECEIVED, Meaning.ACCEPTED, Meaning.ATTENTION);
    }

    @Test
    void whenAcknowledgementsGoIsAgreedByTheApi() throws Exception {
        UUID id = Tenancy.call(Actor.hub(), () -> agreements.agree(new Agreement(Ids.next(), trade.supplier, trade.otherBuyer, DocumentType.SYNTAX_ACKNOWLEDGEMENT,
                "X12", "005010X231A1", null, null, false, "6909876000012", "14", "4012345000009", "14", "UNOC", false)));
        mvc.perform(get("/agreements/" + id).with(operator())).andExpect(content().string(containsString("name=\"interchange\""))).andExpect(content().string(containsString("value=\"X12:005010X231A1\"")));
        String address = "/api/v1/agreements/" + id;
        mvc.perform(json(put(address + "/acknowledgements"), "{\"answer\":\"ERRORS\",\"interchange\":\"ALWAYS\"}")).andExpect(status().isOk())
                .andExpect(jsonPath("$.acknowledgements.answer").value("ERRORS")).andExpect(jsonPath("$.acknowledgements.received").value("RECEIVED"));
        mvc.perform(json(get(address), "")).andExpect(jsonPath("$.acknowledgements.interchange").value("ALWAYS"));
        mvc.perform(json(get("/api/v1/agreements").param("organisation", trade.otherBuyer.toString()), "")).andExpect(jsonPath("$.items[?(@.id=='" + id + "')].version").value("005010X231A1"));
        mvc.perform(json(put(address + "/acknowledgements"), "{\"deadlineMinutes\":-1}")).andExpect(status().is(422));
        mvc.perform(json(put("/api/v1/agreements/" + UUID.randomUUID() + "/acknowledgements"), "{}")).andExpect(status().isNotFound());
    }

    @Test
    void whyAChannelCannotBeOpenedStandsOnItsPage() throws Exception {
        UUID id = channel("Broken");
        Tenancy.run(Actor.hub(), () -> channels.stands(channels.find(id).orElseThrow(), "The folder /x cannot be used"));
        mvc.perform(get("/connections/" + id).with(operator())).andExpect(content().string(containsString("The folder /x cannot be used")));
        mvc.perform(get("/connections/" + id).with(as(trade.supplier, Role.ORGANISATION_ADMIN))).andExpect(content().string(containsString("The folder /x cannot be used")));
        mvc.perform(get("/connections").with(operator())).andExpect(content().string(containsString("Does not work")));
        mvc.perform(post("/connections/" + id).param("version", "1").param("name", "Mended").param("p-url", "https://first.example").with(operator()).with(csrf()));
        mvc.perform(get("/connections/" + id).with(operator())).andExpect(content().string(not(containsString("The folder /x"))));
    }

    @Test
    void theApiMakesAndChangesAChannelOfTheVersionItRead() throws Exception {
        String location = mvc.perform(json(post("/api/v1/channels"), """
                        {"organisation":"%s","name":"By API","door":"as2","direction":"OUTBOUND",
                         "parameters":{"url":"https://api.example"},"secrets":{"password":"geheim"}}""".formatted(trade.supplier)))
                .andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.secrets[0]").value("password")).andExpect(content().string(not(containsString("geheim"))))
                .andReturn().getResponse().getHeader("Location");
        mvc.perform(json(put(location), "{\"name\":\"Renamed\"}")).andExpect(status().is(428)).andExpect(jsonPath("$.type").isNotEmpty());
        mvc.perform(json(put(location).header("If-Match", "\"1\""), "{\"name\":\"Renamed\",\"enabled\":false}")).andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\"")).andExpect(jsonPath("$.enabled").value(false)).andExpect(jsonPath("$.parameters.url").value("https://api.example"));
        mvc.perform(json(put(location).header("If-Match", "\"1\""), "{\"name\":\"Late\"}")).andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.type").value("urn:tradelane:problem:stale-version"));
    }

    @Test
    void theApiSaysEverythingThatIsWrongAtOnce() throws Exception {
        mvc.perform(json(post("/api/v1/channels"), "{\"door\":\"as2\",\"direction\":\"OUTBOUND\"}")).andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON)).andExpect(jsonPath("$.reference").isNotEmpty())
                .andExpect(jsonPath("$.errors[*].pointer", containsInAnyOrder("name", "organisation", "parameters.url")));
        mvc.perform(json(post("/api/v1/channels"), "{\"name\":\"x\",\"organisation\":\"%s\",\"door\":\"pigeon\",\"direction\":\"OUTBOUND\"}".formatted(trade.buyer)))
                .andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("door"));
        mvc.perform(get("/api/docs")).andExpect(jsonPath("$.paths['/api/v1/channels'].post").exists()).andExpect(jsonPath("$.paths['/api/v1/channels/{id}'].put").exists());
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "Automation", Set.of("channel:read", "channel:write", "agreement:activate"))).key();
        return request.header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private UUID channel(String name) {
        return Tenancy.call(Actor.hub(), () -> channels.create(new NewChannel(trade.supplier, name, "as2", Direction.OUTBOUND,
                Map.of("url", "https://haina.example"), Map.of("password", "geheim"), true)));
    }

    private Channel channel(UUID id) {
        return Tenancy.call(Actor.hub(), () -> channels.find(id)).orElseThrow();
    }

    private Agreement agreement(UUID id) {
        return Tenancy.call(Actor.hub(), () -> agreements.find(id)).orElseThrow();
    }
}
