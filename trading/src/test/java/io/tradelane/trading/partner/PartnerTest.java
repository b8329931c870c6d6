package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.User.Membership;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class PartnerTest extends TestDatabase {
    @Autowired Users users;
    @Autowired ApiClients clients;
    @Autowired Channels channels;

    @Test
    void anOrganisationIsFoundByItsIdentifiers() {
        String address = unique("BUY");
        UUID buyer = organisation("Found", Kind.BUYER);
        asHub(() -> organisations.addIdentifier(buyer, PartyIdentifier.ofInterchange(address, "ZZZ")));
        asHub(() -> organisations.addIdentifier(buyer, PartyIdentifier.ofInterchange(address, "ZZZ")));
        assertThat(hub(() -> organisations.byInterchangeAddress(address, "ZZZ"))).map(Organisation::id).contains(buyer);
        assertThat(hub(() -> organisations.byInterchangeAddress(gln(buyer), "14"))).map(Organisation::id).contains(buyer);
        assertThat(hub(() -> organisations.byInterchangeAddress(address, "1"))).isEmpty();
        UUID other = organisation("Other", Kind.BUYER);
        assertThatThrownBy(() -> asHub(() -> organisations.addIdentifier(other, PartyIdentifier.ofInterchange(address, "ZZZ"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aUserSignsInByAddressAndSeesHerColleaguesOnly() {
        UUID buyer = organisation("Office", Kind.BUYER);
        UUID other = organisation("Other office", Kind.BUYER);
        String email = unique("Li.Wei") + "@Example.com";
        UUID user = hub(() -> users.create(email, "李薇", Locale.SIMPLIFIED_CHINESE, "{argon2}…", List.of(new Membership(buyer, Role.BUYER_STAFF))));
        hub(() -> users.create(unique("x") + "@example.com", "X", Locale.ENGLISH, "h", List.of(new Membership(other, Role.BUYER_STAFF))));
        assertThat(hub(() -> users.findByEmail(email.toLowerCase(Locale.ROOT)))).hasValueSatisfying(found -> {
            assertThat(found.memberships()).containsExactly(new Membership(buyer, Role.BUYER_STAFF));
            assertThat(found.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        });
        assertThat(in(person(buyer), () -> users.list(buyer))).extracting(User::id).containsExactly(user);
        assertThat(in(person(other), () -> users.find(user))).isEmpty();
        assertThatThrownBy(() -> hub(() -> users.create(email.toUpperCase(Locale.ROOT), "Y", Locale.ENGLISH, "h", List.of())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aKeyOpensUntilItIsDisabledAndIsNotStored() {
        UUID buyer = organisation("Keys", Kind.BUYER);
        ApiClients.Created created = hub(() -> clients.create(buyer, "ERP", Set.of("interchange:write")));
        assertThat(hub(() -> clients.authenticate(created.key()))).hasValueSatisfying(client -> {
            assertThat(client.organisation()).isEqualTo(buyer);
            assertThat(client.scopes()).containsExactly("interchange:write");
        });
        for (String wrong : List.of("", "tl_", "tl__", created.key() + "x", created.key().substring(0, 20), "xx" + created.key().substring(2))) {
            assertThat(hub(() -> clients.authenticate(wrong))).isEmpty();
        }
        String secret = created.key().split("_", 3)[2];
        assertThat(superuser().sql("select count(*) from api_client c where c::text like '%' || :secret || '%'").param("secret", secret).query(Integer.class).single())
                .isZero();
        asHub(() -> clients.disable(created.id()));
        assertThat(hub(() -> clients.authenticate(created.key()))).isEmpty();
    }

    @Test
    void everyChangeOfAChannelIsSeenByThePoller() {
        UUID buyer = organisation("Channels", Kind.BUYER);
        UUID id = hub(() -> channels.create(new NewChannel(buyer, "orders", "folder", Direction.INBOUND, Map.of("path", "in"), Map.of("password", "s3cret"), true)));
        Channel made = hub(() -> channels.find(id)).orElseThrow();
        assertThat(made.secrets()).containsEntry("password", "s3cret");
        assertThat(made.toString()).doesNotContain("s3cret");
        assertThat(superuser().sql("select value_enc from channel_secret where channel_id = :id").param("id", id).query(String.class).single())
                .startsWith("v1:").doesNotContain("s3cret");
        assertThat(hub(() -> channels.update(id, 1, "orders", Map.of("path", "in2"), Map.of("token", "t"), true))).isTrue();
        assertThat(hub(() -> channels.update(id, 1, "late", Map.of("path", "late"), Map.of("token", "late"), true)))
                .as("a change of what somebody else has changed").isFalse();
        asHub(() -> channels.disable(id));
        assertThat(hub(() -> channels.changedSince(made.revision()))).filteredOn(channel -> channel.id().equals(id)).singleElement().satisfies(changed -> {
            assertThat(changed.version()).isEqualTo(3);
            assertThat(changed.enabled()).isFalse();
            assertThat(changed.parameters()).containsEntry("path", "in2");
            assertThat(changed.secrets()).containsOnlyKeys("password", "token").containsEntry("token", "t");
        });
        asHub(() -> channels.delete(id));
        assertThat(hub(() -> channels.changedSince(made.revision()))).filteredOn(channel -> channel.id().equals(id)).singleElement()
                .satisfies(changed -> assertThat(changed.deleted()).isTrue());
        assertThat(hub(() -> channels.list(buyer))).isEmpty();
    }
}
