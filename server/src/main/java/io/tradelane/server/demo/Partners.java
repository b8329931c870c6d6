package io.tradelane.server.demo;

import static java.util.Objects.requireNonNull;

import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.as2.As2Partner;
import io.tradelane.simulators.bank.BankSimulator;
import io.tradelane.simulators.bank.PaymentNotice;
import io.tradelane.simulators.erp.ErpFolder;
import io.tradelane.simulators.erp.ErpService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** The demo partners' own systems: each speaks to the hub over the protocol of its connection, and keeps what it gets. */
final class Partners implements AutoCloseable {
    private static final String EDIFACT = "application/EDIFACT";

    private final DemoAddresses addresses;
    private final DemoSecrets secrets;
    private final Map<Company, ErpFolder> folders;
    private final Map<Company, Mailroom> mailrooms;
    private final ErpService brightline;
    private final As2Partner westfield;
    private final BankSimulator bank;

    /**
     * @param folderRoot root of the hub's folder channels
     * @param own where the partners keep what is theirs
     */
    Partners(DemoAddresses addresses, Path folderRoot, Path own, DemoSecrets secrets) throws IOException {
        this.addresses = addresses;
        this.secrets = secrets;
        this.folders = Map.of(
                Company.HUAXING, folder(folderRoot, Company.HUAXING), Company.BEICHEN, folder(folderRoot, Company.BEICHEN));
        this.mailrooms = Map.of(
                Company.HUAXING, mailroom(folderRoot, Company.HUAXING), Company.BEICHEN, mailroom(folderRoot, Company.BEICHEN),
                Company.BRIGHTLINE, new Mailroom(own.resolve(Company.BRIGHTLINE.key())),
                Company.WESTFIELD, new Mailroom(own.resolve(Company.WESTFIELD.key())));
        this.brightline = new ErpService(mailroom(Company.BRIGHTLINE), URI.create(addresses.brightlineErp()).getPort());
        this.westfield = new As2Partner(
                DemoKeys.WESTFIELD, DemoKeys.HUB,
                new Identity(Identities.privateKey(secrets.westfieldKey("key")), Identities.certificates(secrets.westfieldKey("certificate")).getFirst()),
                Identities.certificates(secrets.westfieldKey("hubCertificate")).getFirst(),
                mailroom(Company.WESTFIELD), URI.create(addresses.westfieldAs2()).getPort());
        this.bank = new BankSimulator(URI.create(addresses.portal()), secrets.apiKey(Company.BANK));
    }

    private static ErpFolder folder(Path root, Company company) throws IOException {
        return new ErpFolder(root.resolve(company.key()).resolve("to-hub"));
    }

    private static Mailroom mailroom(Path root, Company company) {
        return new Mailroom(root.resolve(company.key()).resolve("from-hub"));
    }

    private Mailroom mailroom(Company company) {
        return requireNonNull(mailrooms.get(company));
    }

    /** Whether the company's system got a document that holds all of these texts. */
    boolean received(Company company, String... texts) {
        return mailroom(company).find(texts).isPresent();
    }

    void drop(Company company, String fileName, byte[] bytes) throws IOException {
        requireNonNull(folders.get(company)).drop(fileName, bytes);
    }

    /** Each call is a post of its own, so that the same document again reaches the hub's check for duplicates. */
    void postFromBrightline(byte[] bytes) throws IOException, InterruptedException {
        post(Company.BRIGHTLINE, EDIFACT, bytes);
    }

    /** With the company's API key. */
    void post(Company company, String mediaType, byte[] document) throws IOException, InterruptedException {
        brightline.post(URI.create(addresses.portal() + "/api/v1/interchanges"), secrets.apiKey(company), mediaType, UUID.randomUUID().toString(), document);
    }

    /** @throws IOException unless the hub's signed receipt says that it has processed just these bytes */
    void as2FromWestfield(byte[] bytes) throws IOException, InterruptedException {
        Receipt receipt = westfield.send(
                URI.create(addresses.portal() + "/as2"), Integer.toHexString(Arrays.hashCode(bytes)) + "@westfield.example", bytes,
                EDIFACT, new Protection(Digest.SHA_256, Cipher.AES_256_CBC, false));
        if (!receipt.disposition().accepted()) {
            throw new IOException("the hub's receipt says " + receipt.disposition() + " " + receipt.text());
        }
    }

    void bankConfirmsByHttp(PaymentNotice notice) throws IOException, InterruptedException {
        bank.confirmByHttp(notice);
    }

    void bankConfirmsBySoap(PaymentNotice notice) throws IOException, InterruptedException {
        bank.confirmBySoap(notice);
    }

    /** @param account the part of the e-mail address before the at sign */
    WebUser signIn(Company company, String account) throws IOException {
        String email = account + "@" + company.key() + ".example";
        return WebUser.signIn(addresses.portal(), email, secrets.password(email));
    }

    @Override
    public void close() {
        brightline.close();
        westfield.close();
        bank.close();
    }
}
