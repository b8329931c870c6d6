package io.tradelane.adapters.as2;

import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Peers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** OpenAS2 as a process of its own, with one pair of partnerships for each case: it is BUYER-…, we are HUB-…. */
final class OpenAs2 implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path home;
    private final Process process;
    private final int port = freePort();
    private final int receiptPort;

    /**
     * What OpenAS2 knows about one pair of names.
     *
     * @param attributes of its partnership towards us
     * @param ownKey alias of its key: {@code buyer} or {@code stranger}
     * @param ourCertificate alias of what it takes for our certificate: {@code hub} or {@code stranger}
     */
    record Partnership(String name, Map<String, String> attributes, String ownKey, String ourCertificate) {}

    /** @param jars the folder {@code lib} of an unpacked distribution */
    OpenAs2(Path jars, Path home, List<Partnership> partnerships, int receiptPort) throws Exception {
        this.receiptPort = receiptPort;
        this.home = Files.createDirectories(home);
        Files.writeString(home.resolve("commands.xml"), "<commands/>");
        Files.writeString(home.resolve("config.xml"), config());
        Files.writeString(home.resolve("partnerships.xml"), partnerships(partnerships));
        keys();
        process = new ProcessBuilder("java", "-cp", jars + "/*", "org.openas2.app.OpenAS2Server", home.resolve("config.xml").toString())
                .directory(home.toFile()).redirectErrorStream(true).redirectOutput(log().toFile()).start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> open(port) && open(receiptPort));
    }

    String url() {
        return "http://localhost:" + port;
    }

    String receiptUrl() {
        return "http://localhost:" + receiptPort;
    }

    /** Puts a document where OpenAS2 takes it to send it. */
    void send(String name, String fileName, byte[] document) throws IOException {
        Path outbox = Files.createDirectories(home.resolve("outbox/HUB-" + name));
        Path hidden = Files.write(home.resolve(name + ".part"), document);
        Files.move(hidden, outbox.resolve(fileName));
    }

    /** What came in for the pair, by file name. */
    List<Path> received(String name) throws IOException {
        Path folder = home.resolve("in/HUB-" + name);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** True when it has taken the receipt for a message of this pair and found the MIC to be its own. */
    boolean accepts(String name) throws IOException {
        return finds(name, "MDN received successfully");
    }

    /** What it says first of the positive receipt for a message of this pair. */
    boolean finds(String name, String verdict) throws IOException {
        return spoken().stream().dropWhile(line -> !line.contains("BUYER-" + name + "@")
                        || !line.contains("responded with MDN [automatic-action/MDN-sent-automatically; processed]"))
                .filter(line -> line.contains("MDN received successfully") || line.contains("MIC not matched")
                        || line.contains("MIC algorithm returned"))
                .findFirst().filter(line -> line.contains(verdict)).isPresent();
    }

    /** True when it was told that a message of this pair was refused for this reason. */
    boolean isRefused(String name, String modifier) throws IOException {
        return spoken().stream().anyMatch(line -> line.contains("BUYER-" + name + "@") && line.contains("responded with MDN")
                && line.contains(modifier));
    }

    private List<String> spoken() throws IOException {
        return Files.readAllLines(log(), StandardCharsets.UTF_8);
    }

    private Path log() {
        return home.resolve("openas2.log");
    }

    private void keys() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        key(store, "buyer", Peers.BUYER);
        key(store, "stranger", Peers.STRANGER);
        store.setCertificateEntry("hub", Peers.HUB.certificate());
        try (var out = Files.newOutputStream(home.resolve("certs.p12"))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static void key(KeyStore store, String alias, Identity identity) throws Exception {
        store.setKeyEntry(alias, identity.key(), PASSWORD.toCharArray(), new Certificate[] {identity.certificate()});
    }

    private static String partnerships(List<Partnership> all) {
        var xml = new StringBuilder("<partnerships>\n");
        for (Partnership one : all) {
            xml.append("<partner name='B-%1$s' as2_id='BUYER-%1$s' x509_alias='%2$s' email='edi@buyer.example'/>\n"
                    .formatted(one.name, one.ownKey));
            xml.append("<partner name='H-%1$s' as2_id='HUB-%1$s' x509_alias='%2$s' email='edi@hub.example'/>\n"
                    .formatted(one.name, one.ourCertificate));
            xml.append("<partnership name='out-%1$s'><sender name='B-%1$s'/><receiver name='H-%1$s'/><pollerConfig enabled='true'/>\n"
                    .formatted(one.name));
            one.attributes.forEach((key, value) -> xml.append("<attribute name='%s' value='%s'/>\n".formatted(key, value)));
            xml.append("</partnership>\n<partnership name='in-%1$s'><sender name='H-%1$s'/><receiver name='B-%1$s'/></partnership>\n"
                    .formatted(one.name));
        }
        return xml.append("</partnerships>").toString();
    }

    private String config() {
        return """
                <openas2>
                  <properties storageBaseDir="%home%" log_date_format="yyyy-MM-dd HH:mm:ss.SSS"
                    sql_timestamp_format="yyyy-MM-dd HH:mm:ss.SSS"
                    as2_message_id_format="$rand.shortUUID$-$msg.sender.as2_id$@openas2"
                    as2_receive_message_filename_fallback="$rand.shortUUID$" reject_unsigned_messages="false"/>
                  <certificates classname="org.openas2.cert.PKCS12CertificateFactory" identifier="as2_certs"
                    filename="%home%/certs.p12" password="PASSWORD" interval="300"/>
                  <commands classname="org.openas2.cmd.XMLCommandRegistry" filename="%home%/commands.xml"/>
                  <processor classname="org.openas2.processor.DefaultProcessor" pendingMDN="%home%/pending"
                    pendingMDNinfo="%home%/pendinginfo" resend_max_retries="2">
                    <module enabled="true" classname="org.openas2.processor.sender.AS2SenderModule" readtimeout="60000"/>
                    <module enabled="true" classname="org.openas2.processor.sender.MDNSenderModule"/>
                    <module enabled="true" classname="org.openas2.processor.storage.MDNFileModule" protocol="as2" tempdir="%home%/temp"
                      filename="%home%/mdn/$mdn.msg.sender.as2_id$/$rand.shortUUID$"/>
                    <module enabled="true" classname="org.openas2.processor.storage.MessageFileModule" protocol="as2"
                      tempdir="%home%/temp" filename="%home%/in/$msg.sender.as2_id$/$msg.content-disposition.filename$"/>
                    <module enabled="true" classname="org.openas2.processor.receiver.AS2ReceiverModule" port="PORT"
                      errordir="%home%/error" errorformat="sender.as2_id, receiver.as2_id, headers.message-id"/>
                    <module enabled="true" classname="org.openas2.processor.receiver.AS2MDNReceiverModule" port="RECEIPTS"/>
                    <module enabled="true" classname="org.openas2.processor.resender.DirectoryResenderModule"
                      resenddir="%home%/resend" errordir="%home%/resend/error" resenddelay="2"/>
                  </processor>
                  <pollerConfigBase classname="org.openas2.processor.receiver.AS2DirectoryPollingModule"
                    outboxdir="%home%/outbox/$partnership.receiver.as2_id$" errordir="%home%/outbox-error" interval="1"
                    defaults="sender.as2_id=$partnership.sender.as2_id$, receiver.as2_id=$partnership.receiver.as2_id$"
                    sendfilename="true" mimetype="application/EDIFACT" process_files_in_parallel="false"
                    max_parallel_files="1" max_file_processing_time_minutes="5"/>
                  <partnerships classname="org.openas2.partner.XMLPartnershipFactory" filename="%home%/partnerships.xml" interval="3600"/>
                </openas2>
                """.replace("%home%", home.toString()).replace("PASSWORD", PASSWORD)
                .replace("RECEIPTS", Integer.toString(receiptPort)).replace("PORT", Integer.toString(port));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    private static boolean open(int port) {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
