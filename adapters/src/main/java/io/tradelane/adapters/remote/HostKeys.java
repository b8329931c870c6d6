package io.tradelane.adapters.remote;

import io.tradelane.trading.exchange.ServerIdentity.Kind;
import io.tradelane.trading.exchange.ServerIdentity.Shown;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which a server is known, and the one it showed. A line is taken as known_hosts has it (the names in it are not looked at:
 * all keys given are of this one server), as a public key file has it, or as a SHA-256 fingerprint.
 */
final class HostKeys implements ServerKeyVerifier {
    private final List<PublicKey> keys = new ArrayList<>();
    private final Set<String> fingerprints = new HashSet<>();
    private volatile @Nullable String shown;
    private volatile boolean known;

    /** @throws IOException naming the line that is none of these */
    HostKeys(String lines) throws IOException {
        for (String line : lines.strip().split("\\R|(?=SHA256:)")) {
            String text = line.strip();
            if (text.startsWith("SHA256:")) {
                fingerprints.add(text.split("\\s")[0]);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                keys.add(key(text));
            }
        }
    }

    private static PublicKey key(String line) throws IOException {
        String[] words = line.split("\\s+");
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].matches("(ssh|ecdsa|sk-ssh|sk-ecdsa)-[A-Za-z0-9@.-]+")) {
                try {
                    return PublicKeyEntry.parsePublicKeyEntry(words[i] + " " + words[i + 1]).resolvePublicKey(null, null, null);
                } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
                    break;
                }
            }
        }
        throw new IOException("This is no host key: " + (line.length() > 60 ? line.substring(0, 60) + "…" : line));
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String fingerprint = KeyUtils.getFingerPrint(key);
        shown = KeyUtils.getKeyType(key) + " " + fingerprint;
        known = fingerprints.contains(fingerprint) || keys.stream().anyMatch(one -> KeyUtils.compareKeys(one, key));
        return known;
    }

    /** Type and fingerprint; null as long as the server has shown none. */
    @Nullable String shown() {
        return shown;
    }

    /** Of the key it showed. */
    Shown identity() {
        String[] words = String.valueOf(shown).split(" ", 2);
        return new Shown(Kind.SSH, words[0], words[words.length - 1], null);
    }

    boolean known() {
        return known;
    }
}
