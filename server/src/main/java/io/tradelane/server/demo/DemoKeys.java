package io.tradelane.server.demo;

import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.simulators.authority.DemoAuthority;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keys and certificates of both ends of the demo's AS2 connection, made at the first start. */
@Component
class DemoKeys {
    static final String HUB = "TRADELANE-DEMO";
    static final String WESTFIELD = "WESTFIELD-DEMO";

    private final Certificates certificates;
    private final Clock clock;

    DemoKeys(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** @return what Westfield's own system needs: its key and certificate, and the hub's certificate, as PEM */
    Map<String, String> create(UUID operator, UUID westfield) {
        DemoAuthority authority = new DemoAuthority(clock.instant());
        Identity hub = authority.issue("Tradelane hub");
        Identity partner = authority.issue("Westfield AS2");
        String hubCertificate = Identities.pem(hub.certificate());
        String partnerCertificate = Identities.pem(partner.certificate());
        certificates.add(operator, "hub-as2", Use.SIGN_AND_ENCRYPT, hubCertificate, Identities.pem(hub.key()));
        certificates.add(westfield, "westfield-as2", Use.SIGN_AND_ENCRYPT, partnerCertificate, null);
        return Map.of("key", Identities.pem(partner.key()), "certificate", partnerCertificate, "hubCertificate", hubCertificate);
    }
}
