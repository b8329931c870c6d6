package io.tradelane.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.Browser;
import io.tradelane.portal.Letters;
import io.tradelane.portal.PortalTest;
import io.tradelane.portal.SampleTrade;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.RoleRequests;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Inviting colleagues, giving and taking roles, and working for several companies. */
class PeopleTest extends PortalTest {
    @Autowired
    private Organisations organisations;

    @Autowired
    private Users users;

    @Autowired
    private People people;

    @Autowired
    private RoleRequests requests;

    @Autowired
    private Notices notices;

    @Autowired
    private PasswordEncoder passwords;

    @LocalServerPort
    private int port;

    private UUID company;
    private UUID ada;
    private UUID ben;
    private String name;

    @BeforeEach
    void aCompanyWithTwoAdministrators() {
        name = "Company " + Ids.next();
        company = hub(() -> organisations.create(new NewOrganisation(name, null, Kind.BOTH, null, "EUR")));
        ada = user("ada", Role.ORGANISATION_ADMIN, Role.BUYER_STAFF);
        ben = user("ben", Role.ORGANISATION_ADMIN);
    }

    @Test
    void anInvitedColleagueJoinsByHerLinkOnce() throws Exception {
        String email = "new-" + Ids.next() + "@example.com";
        Browser admin = signIn("ada");
        assertThat(admin.post("/people/invitations", "/people/invitations/new", Map.of("email", email, "language", "en", "role", "buyer_warehouse")).statusCode()).isEqualTo(302);
        assertThat(admin.get("/people").body()).contains(email);
        String path = Letters.link(notices, email);
        assertThat(admin.get("/api/v1/notices").body()).doesNotContain(path);

        Browser guest = new Browser(port);
        assertThat(guest.get(path).body()).contains(name);
        assertThat(guest.post(path, path, Map.of("name", "New Colleague", "password", "short")).statusCode()).isEqualTo(422);
        assertThat(guest.post(path, path, Map.of("name", "New Colleague", "password", "password1234")).body()).contains("breaches");
        assertThat(guest.post(path, path, Map.of("name", "New Colleague", "password", "seven green kettles")).headers().firstValue("Location")).hasValue("/sign-in?invited");
        assertThat(guest.get(path).statusCode()).isEqualTo(404);
        guest.signIn(email, "seven green kettles");
        assertThat(guest.get("/buyer").body()).contains(name);
        assertThat(guest.get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasAnAccountWorksForOneCompanyMore() throws Exception {
        Browser admin = signIn("ada");
        admin.post("/people/invitations", "/people/invitations/new", Map.of("email", "other@example.com", "role", "supplier_sales"));
        String path = Letters.link(notices, "other@example.com");
        Browser guest = new Browser(port);
        guest.post(path, path, Map.of());
        guest.signIn("other@example.com", SampleTrade.PASSWORD);
        assertThat(guest.get("/buyer").body()).contains(name).contains("Brightline Retail GmbH");
        hub(() -> people.deactivate(company, users.findByEmail("other@example.com").orElseThrow().id()));
    }

    @Test
    void aRevokedAndAReplacedLinkHoldNoLonger() throws Exception {
        String email = "late-" + Ids.next() + "@example.com";
        Browser admin = signIn("ada");
        admin.post("/people/invitations", "/people/invitations/new", Map.of("email", email, "role", "buyer_staff"));
        String first = Letters.link(notices, email);
        String id = admin.get("/people").body().replaceAll("(?s).*/people/invitations/([0-9a-f-]{36})/resend.*", "$1");
        admin.post("/people/invitations/" + id + "/resend", "/people", Map.of());
        String second = Letters.link(notices, email);
        Browser guest = new Browser(port);
        assertThat(guest.get(first).statusCode()).isEqualTo(404);
        assertThat(guest.get(second).statusCode()).isEqualTo(200);
        admin.post("/people/invitations/" + id + "/removal", "/people", Map.of());
        assertThat(guest.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aSensitiveRoleTakesASecondPerson() throws Exception {
        UUID cleo = user("cleo", Role.BUYER_STAFF);
        Browser admin = signIn("ada");
        admin.post("/people/" + cleo + "/roles", "/people/" + cleo, Map.of("role", "organisation_admin"));
        assertThat(roles(cleo)).containsExactly(Role.BUYER_STAFF);
        UUID request = hub(() -> requests.waiting(company)).getFirst().id();
        admin.post("/people/requests/" + request + "/approval", "/people", Map.of());
        assertThat(roles(cleo)).as("the one who asked does not decide").containsExactly(Role.BUYER_STAFF);
        Browser second = signIn("ben");
        second.post("/people/requests/" + request + "/approval", "/people", Map.of());
        assertThat(roles(cleo)).containsExactly(Role.BUYER_STAFF, Role.ORGANISATION_ADMIN);
        assertThat(second.get("/people/" + cleo).body()).contains("A role was given").contains("ben as Administrator of the company");
    }

    @Test
    void dutiesThatMustBeApartStayApart() throws Exception {
        UUID cleo = user("cleo", Role.BUYER_STAFF);
        Browser admin = signIn("ada");
        admin.post("/people/" + cleo + "/roles", "/people/" + cleo, Map.of("role", "buyer_approver"));
        assertThat(hub(() -> requests.waiting(company))).isEmpty();
        admin.post("/people/" + ada + "/roles", "/people", Map.of("role", "supplier_sales"));
        assertThat(roles(ada)).as("nobody changes her own roles").containsExactly(Role.BUYER_STAFF, Role.ORGANISATION_ADMIN);
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/api/v1/people/" + cleo + "/roles/buyer_approver").with(key(company)))
                .andExpect(status().isForbidden()).andExpect(content().string(containsString("sod-violation")));
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/api/v1/people/" + cleo + "/roles/supplier_finance").with(key(company))).andExpect(status().isAccepted());
        UUID request = hub(() -> requests.waiting(company)).getFirst().id();
        mvc.perform(post("/api/v1/role-requests/" + request + "/decision").contentType("application/json").content("{\"grant\":true}").with(key(company)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        Browser admin = signIn("ada");
        admin.post("/people/" + ben + "/deactivation", "/people/" + ben, Map.of());
        assertThat(hub(() -> people.find(company, ben)).orElseThrow().active()).isFalse();
        mvc.perform(post("/api/v1/people/" + ada + "/deactivation").with(key(company))).andExpect(status().isForbidden());
    }

    @Test
    void aDeactivatedPersonIsOutAtOnce() throws Exception {
        UUID cleo = user("cleo", Role.BUYER_STAFF);
        Browser hers = signIn("cleo");
        assertThat(hers.get("/orders").statusCode()).isEqualTo(200);
        signIn("ada").post("/people/" + cleo + "/deactivation", "/people/" + cleo, Map.of());
        assertThat(hers.get("/orders").statusCode()).isEqualTo(302);
        assertThat(signIn("cleo").get("/orders").statusCode()).isEqualTo(302);
        signIn("ada").post("/people/" + cleo + "/activation", "/people/" + cleo, Map.of());
        assertThat(signIn("cleo").get("/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void peopleOfAnotherCompanyAreNotThere() throws Exception {
        mvc.perform(get("/people/" + ada).with(stranger())).andExpect(status().isNotFound());
        for (String command : List.of("/roles?role=buyer_staff", "/roles/removal?role=buyer_staff", "/deactivation", "/activation")) {
            mvc.perform(post("/people/" + ada + command).with(stranger()).with(csrf())).andExpect(status().isNotFound());
        }
        mvc.perform(get("/people").with(stranger())).andExpect(status().isOk()).andExpect(content().string(not(containsString(ada.toString()))));
        mvc.perform(get("/api/v1/people/" + ada).with(key(trade.otherBuyer))).andExpect(status().isNotFound());
        hub(() -> people.grant(company, ada, Role.SUPPLIER_FINANCE));
        UUID request = hub(() -> requests.waiting(company)).getFirst().id();
        mvc.perform(post("/people/requests/" + request + "/approval").with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/people/requests/" + request + "/approval").with(operator()).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void whereOneAdministratorIsAloneTheOperatorIsTheSecondPerson() throws Exception {
        hub(() -> people.deactivate(company, ben));
        UUID cleo = user("cleo", Role.BUYER_STAFF);
        signIn("ada").post("/people/" + cleo + "/roles", "/people/" + cleo, Map.of("role", "organisation_admin"));
        UUID request = hub(() -> requests.waiting(company)).getFirst().id();
        mvc.perform(post("/people/requests/" + request + "/approval").with(signedIn(trade.operator, "hub@example.com", Role.OPERATOR)).with(csrf())).andExpect(redirectedUrl("/people"));
        assertThat(roles(cleo)).contains(Role.ORGANISATION_ADMIN);
    }

    @Test
    void whoBuysAndSellsActsOnOneSideAtATime() throws Exception {
        user("dora", Role.BUYER_STAFF, Role.SUPPLIER_SALES);
        Browser browser = signIn("dora");
        assertThat(browser.get("/rfqs/new").statusCode()).isEqualTo(200);
        browser.post("/preferences/organisation", "/buyer", Map.of("to", company + "/supplier"));
        assertThat(browser.get("/rfqs/new").statusCode()).isEqualTo(403);
    }

    @Test
    void everyRoleIsShownWithItsRights() throws Exception {
        mvc.perform(get("/people/roles").with(signedIn(company, "ada", Role.ORGANISATION_ADMIN))).andExpect(status().isOk())
                .andExpect(content().string(containsString("order:respond"))).andExpect(content().string(containsString("create")));
    }

    private Browser signIn(String who) throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(email(who), SampleTrade.PASSWORD);
        return browser;
    }

    private UUID user(String who, Role... roles) {
        return hub(() -> users.create(email(who), who, Locale.ENGLISH, String.valueOf(passwords.encode(SampleTrade.PASSWORD)),
                List.of(roles).stream().map(role -> new User.Membership(company, role)).toList()));
    }

    private String email(String who) {
        return who + "@" + company + ".example.com";
    }

    private java.util.Set<Role> roles(UUID user) {
        return hub(() -> people.find(company, user)).orElseThrow().roles();
    }

    private static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }
}
