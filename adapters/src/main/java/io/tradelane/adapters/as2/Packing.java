package io.tradelane.adapters.as2;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.MessageWriter.Outgoing;
import io.tradelane.adapters.as2.message.Mic;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packs a transmission as its channel says. The same transmission always has the same MIC. */
final class Packing {
    private final ChannelKeys keys;

    Packing(ChannelKeys keys) {
        this.keys = keys;
    }

    Outgoing pack(Channel channel, Settings settings, OutboundTransmission transmission) throws IOException {
        Protection protection = protection(settings);
        var payload = MessageWriter.payload(transmission.bytes().all(), transmission.mediaType(), transmission.fileName());
        @Nullable Identity signer = protection.signature() == null ? null : keys.signing(channel);
        return MessageWriter.write(payload, protection, signer,
                protection.encryption() == null ? null : keys.partnerEncrypting(channel));
    }

    /**
     * Every MIC that proves this transmission arrived: products differ in whether they hash a compressed document packed or unpacked,
     * and compression may have been switched since it was sent.
     */
    static List<Mic> acceptableMics(OutboundTransmission transmission) throws IOException {
        var payload = MessageWriter.payload(transmission.bytes().all(), transmission.mediaType(), transmission.fileName());
        var mics = new ArrayList<Mic>();
        for (byte[] content : MessageWriter.micContents(payload)) {
            for (Digest digest : Digest.values()) {
                mics.add(digest.over(content));
            }
        }
        return mics;
    }

    private static Protection protection(Settings settings) {
        String signature = settings.text(As2Parameters.SIGNATURE);
        String encryption = settings.text(As2Parameters.ENCRYPTION);
        return new Protection(signature.equals(As2Parameters.NONE) ? null : Digest.valueOf(signature),
                encryption.equals(As2Parameters.NONE) ? null : Cipher.valueOf(encryption), settings.flag(As2Parameters.COMPRESS));
    }

    static Digest digest(Settings settings) {
        String signature = settings.text(As2Parameters.SIGNATURE);
        return signature.equals(As2Parameters.NONE) ? Digest.SHA_256 : Digest.valueOf(signature);
    }

    /** With angle brackets and a domain, as RFC 5322, section 3.6.4, wants it. */
    static String messageId(String id) {
        String bare = ReceiptCheck.bare(id);
        return "<" + (bare.contains("@") ? bare : bare + "@tradelane") + ">";
    }
}
