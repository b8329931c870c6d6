package io.tradelane.adapters.sftpserver;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's own SFTP server.
 *
 * @param port port on which it listens, usually 2222; 0: there is no SFTP server
 * @param address network address on which it listens
 * @param root folder that holds its host keys, made at the first start, and the partners' folders; several hubs behind one
 *     address share it
 * @param sessionsPerUser connections that one partner may have at a time
 * @param connections connections of all partners, signed in or not, at a time
 * @param connectionsPerAddress connections from one address (IPv6: one network of 64 bits), signed in or not, at a time
 */
@ConfigurationProperties("tradelane.doors.sftp-server")
record SftpServerSettings(
        @DefaultValue("0") int port,
        @DefaultValue("0.0.0.0") String address,
        @DefaultValue("data/sftp") Path root,
        @DefaultValue("4") int sessionsPerUser,
        @DefaultValue("200") int connections,
        @DefaultValue("40") int connectionsPerAddress) {

    SftpServerSettings {
        root = root.toAbsolutePath().normalize();
    }

    Jail jail(String user) {
        return new Jail(root.resolve("partners").resolve(user), root.resolve("waiting").resolve(user));
    }
}
