package io.tradelane.server.demo;

import static io.tradelane.server.demo.Company.BANK;
import static io.tradelane.server.demo.Company.BRIGHTLINE;
import static io.tradelane.server.demo.Company.CARRIER;
import static io.tradelane.server.demo.Company.HUAXING;
import static io.tradelane.server.demo.Company.JINGONG;

import io.tradelane.server.home.Home;
import io.tradelane.server.home.Ports;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.bank.BankSftp;
import io.tradelane.simulators.carrier.CarrierService;
import io.tradelane.simulators.crm.CrmService;
import io.tradelane.simulators.erp.ODataService;
import io.tradelane.simulators.erp.SapSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;

/** Systems of the demo partners that the hub itself calls: two ERPs, a CRM, a bank and a carrier. What they hold is in memory, or below the home folder. */
final class Simulators implements AutoCloseable {
    private static final int FIRST_PORT = 8093;
    final ODataService huaxingErp;
    final CrmService brightlineCrm;
    final SapSystem jingongSap;
    final CarrierService carrier;
    final BankSftp bank;

    Simulators(Home home, Path own) throws IOException {
        Ports ports = new Ports(home);
        huaxingErp = new ODataService(ports.choose("demoOdata", FIRST_PORT));
        brightlineCrm = new CrmService(ports.choose("demoCrm", FIRST_PORT + 1));
        jingongSap = new SapSystem(new Mailroom(own.resolve(JINGONG.key())), ports.choose("demoSap", FIRST_PORT + 2));
        carrier = new CarrierService(new Mailroom(own.resolve(CARRIER.key())), ports.choose("demoCarrier", FIRST_PORT + 3));
        bank = new BankSftp(own.resolve(BANK.key()), ports.choose("demoBank", FIRST_PORT + 4));
    }

    /** What the bank's server shows of itself, which the hub insists on. */
    String bankFingerprint() {
        try {
            return KeyUtils.getFingerPrint(bank.server().getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
        } catch (IOException | java.security.GeneralSecurityException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }

    /** Where each listens, by whose it is. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put(HUAXING.title + ", ERP (OData)", huaxingErp.address("/odata/").toString());
        addresses.put(BRIGHTLINE.title + ", CRM (REST)", brightlineCrm.address("/api").toString());
        addresses.put(JINGONG.title + ", SAP (IDoc)", jingongSap.address("/sap/bc/srt/idoc").toString());
        addresses.put(CARRIER.title + " (REST)", carrier.address("/v1").toString());
        addresses.put(BANK.title + " (SFTP)", "sftp://127.0.0.1:" + bank.port());
        return addresses;
    }

    @Override
    public void close() throws IOException {
        huaxingErp.close();
        brightlineCrm.close();
        jingongSap.close();
        carrier.close();
        bank.close();
    }
}
