package io.tradelane.trading.people;

/** Makes the address, with scheme and host, at which a token can be used; the portal knows it. */
@FunctionalInterface
public interface Links {
    String of(String token);
}
