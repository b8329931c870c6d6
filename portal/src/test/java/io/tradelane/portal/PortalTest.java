package io.tradelane.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.tradelane.portal.access.ApiKeys;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.access.SignedInUser.Place;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The portal on the engine with {@link SampleTrade}; one context and one database for all tests. */
@SpringBootTest(classes = PortalTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class PortalTest {

    @Autowired
    protected SampleTrade trade;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Users users;

    @Autowired
    private WebApplicationContext context;

    protected MockMvc mvc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("tradelane.database.require-durability", () -> "false");
        registry.add("spring.mvc.problemdetails.enabled", () -> "true"); // as the server has it
        registry.add("TRADELANE_MASTER_KEY", () -> SecretBox.newKey("1"));
    }

    @BeforeEach
    void begin() {
        trade.load();
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    /** Signed in as somebody with these roles at that organisation. */
    protected RequestPostProcessor as(UUID organisation, Role... roles) {
        Organisation found = Tenancy.call(Actor.hub(), () -> organisations.find(organisation)).orElseThrow();
        Place place = new Place(found.id(), found.name(), found.nameLocal(), found.kind(), Set.of(roles));
        SignedInUser user = new SignedInUser(Ids.next(), "somebody@example.com", "Somebody", place, List.of(place));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }

    /** The person of that account, with these roles; where there is no such account, somebody. */
    protected RequestPostProcessor signedIn(UUID organisation, String email, Role... roles) {
        Organisation found = Tenancy.call(Actor.hub(), () -> organisations.find(organisation)).orElseThrow();
        UUID id = Tenancy.call(Actor.hub(), () -> users.findByEmail(email)).map(User::id).orElseGet(Ids::next);
        Place place = new Place(found.id(), found.name(), found.nameLocal(), found.kind(), Set.of(roles));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(id, email, email, place, List.of(place)), null, List.of()));
    }

    /** A key with every scope. */
    protected RequestPostProcessor key(UUID organisation) {
        return ApiKeys.all(organisation);
    }

    protected RequestPostProcessor buyer() {
        return as(trade.buyer, Role.BUYER_STAFF, Role.BUYER_WAREHOUSE, Role.BUYER_FINANCE);
    }

    protected RequestPostProcessor supplier() {
        return as(trade.supplier, Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE, Role.SUPPLIER_FINANCE);
    }

    protected RequestPostProcessor operator() {
        return as(trade.operator, Role.OPERATOR, Role.INTEGRATION_OPERATOR);
    }

    /** A buyer who has nothing to do with the deals of {@link #buyer()}. */
    protected RequestPostProcessor stranger() {
        return as(trade.otherBuyer, Role.values());
    }
}
