package io.tradelane.server.broker;

import io.tradelane.adapters.jms.PartnerQueues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager3;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Who may do what on the embedded broker: the hub everything, a partner what its open channels allow, nobody else anything. */
final class BrokerSecurity implements ActiveMQSecurityManager3 {
    private final byte[] password;
    private final Supplier<PartnerQueues> partners;

    /** @param partners asked when a partner comes: the doors are made after the broker */
    BrokerSecurity(String password, Supplier<PartnerQueues> partners) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.partners = partners;
    }

    @Override
    public @Nullable String validateUser(@Nullable String user, @Nullable String given, RemotingConnection connection) {
        if (user == null || given == null) {
            return null;
        }
        boolean right = EmbeddedBroker.USER.equals(user)
                ? MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8))
                : partners.get().signsIn(user, given);
        return right ? user : null;
    }

    @Override
    public @Nullable String validateUserAndRole(
            @Nullable String user, @Nullable String given, Set<Role> roles, CheckType what, String address, RemotingConnection connection) {
        if (validateUser(user, given, connection) == null || user == null) {
            return null;
        }
        boolean allowed = EmbeddedBroker.USER.equals(user)
                || switch (what) {
                    case SEND -> partners.get().permits(user, address, true);
                    case CONSUME, BROWSE -> partners.get().permits(user, address, false);
                    // Its queues are made by the hub: under an address of its own a partner could give a queue another partner's name.
                    default -> false;
                };
        return allowed ? user : null;
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String given) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(@Nullable String user, @Nullable String given, Set<Role> roles, CheckType what) {
        return false;
    }
}
