package io.tradelane.simulators.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A bank's file server: customers put instructions into {@code in} and fetch reports from {@code out}. */
public final class BankSftp implements AutoCloseable {
    public static final String USER = "customer";
    public static final String PASSWORD = "sftp-demo-secret";
    private final Path root;
    private final SshServer server;

    public BankSftp(Path root, int port) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("in"));
        Files.createDirectories(root.resolve("out"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(root.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    public SshServer server() {
        return server;
    }

    /** What customers put here. */
    public List<Path> received() throws IOException {
        try (var files = Files.list(root.resolve("in"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }

    public void offer(String name, byte[] report) throws IOException {
        Path unfinished = Files.createTempFile(root, "", ".part");
        Files.write(unfinished, report);
        Files.move(unfinished, root.resolve("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
