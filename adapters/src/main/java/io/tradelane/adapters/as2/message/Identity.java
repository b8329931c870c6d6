package io.tradelane.adapters.as2.message;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and the certificate that belongs to it: what one side signs and decrypts with. */
public record Identity(PrivateKey key, X509Certificate certificate) {}
