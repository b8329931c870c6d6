package io.tradelane.adapters;

import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.trading.partner.Channel;
import java.security.cert.X509Certificate;
import java.util.List;

/** The keys of both sides of a channel; those that are valid now, the newest first. */
public interface ChannelKeys {
    /** Parameter of a channel with the alias of our own certificate; without it the newest valid one is taken. */
    String HUB_KEY = "hubKey";

    /** What we sign with. @throws IllegalStateException when there is none */
    Identity signing(Channel channel);

    /** What we can decrypt with. */
    List<Identity> decrypting(Channel channel);

    /** Whose signatures count as the partner's. */
    List<X509Certificate> partnerSigning(Channel channel);

    /** What we encrypt for. @throws IllegalStateException when there is none */
    X509Certificate partnerEncrypting(Channel channel);

    /** A message of this channel was verified by this certificate of the partner's; whoever used a new one has changed over. */
    default void verifiedBy(Channel channel, X509Certificate certificate) {}

    /** A message of this channel was encrypted for this certificate of ours: the partner has it. */
    default void encryptedFor(Channel channel, X509Certificate certificate) {}
}
