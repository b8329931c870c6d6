package io.tradelane.adapters.as2.message;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What an incoming message must fulfil.
 *
 * @param mine what we decrypt with, more than one while our certificate changes over
 * @param partners the partner's own certificates, more than one while its certificate changes over
 * @param maxBytes limit of the expanded content
 */
public record Policy(boolean signatureRequired, boolean encryptionRequired, List<Identity> mine, List<X509Certificate> partners,
        long maxBytes, Instant now) {}
