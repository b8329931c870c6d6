package io.tradelane.trading.partner;

import java.util.UUID;

/**
 * Encrypts single fields with AES-256-GCM. A value reads {@code v<key id>:<base64 of nonce and ciphertext>} and is bound to
 * its table, column and row, so that it cannot be copied to another place.
 */
public final class SecretBox {

    public String encrypt(String plain, String table, String column, UUID row) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalStateException if the key is not here or the value was made for another place or was changed */
    public String decrypt(String value, String table, String column, UUID row) {
        throw new UnsupportedOperationException();
    }
}
