package io.tradelane.server.broker;

import io.tradelane.adapters.GuessThrottle;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may do what on the embedded broker: the hub everything, a partner what its open channels allow, nobody else anything. */
final class BrokerSecurity implements ActiveMQSecurityManager3 {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSecurity.class);
    private final byte[] password;
    private final Supplier<PartnerQueues> partners;
    private final GuessThrottle throttle = new GuessThrottle();

    /** @param partners asked when a partner comes: the doors are made after the broker */
    BrokerSecurity(String password, Supplier<PartnerQueues> partners) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.partners = partners;
    }

    @Override
    public @Nullable String validateUser(@Nullable String user, @Nullable String given, RemotingConnection connection) {
        String address = address(connection);
        if (user == null || given == null || throttle.keepsOut(address)) {
            return null;
        }
        if (isRight(user, given)) {
            throttle.succeeded(address, user);
            return user;
        }
        throttle.failed(address, user);
        LOG.warn("Sign-in to the broker as {} from {} refused", user.replaceAll("[^\\x21-\\x7e]", "?"), address);
        return null;
    }

    private boolean isRight(String user, String given) {
        return EmbeddedBroker.USER.equals(user) ? MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8)) : partners.get().signsIn(user, given);
    }

    /** Without its port. */
    private static String address(RemotingConnection connection) {
        return String.valueOf(connection.getRemoteAddress()).replaceAll("^.*/|:[0-9]+$", "");
    }

    @Override
    public @Nullable String validateUserAndRole(
            @Nullable String user, @Nullable String given, Set<Role> roles, CheckType what, String address, RemotingConnection connection) {
        if (user == null || given == null || !isRight(user, given)) {
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
