package io.tradelane.adapters.remote;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.springframework.stereotype.Component;

/** Connects by FTP over TLS (RFC 4217): name, password and files are said only after the certificate is found good; passive, binary. */
@Component
class FtpsConnector implements RemoteConnector {
    private static final int CONNECT = 10_000;
    private static final int SILENCE = 30_000;

    private final OutboundTargets targets;

    FtpsConnector(OutboundTargets targets) {
        this.targets = targets;
    }

    @Override
    public void check(Settings settings) throws IOException {
        new ServerCertificate(settings.find(FtpsParameters.CERTIFICATE).orElse(null));
    }

    @Override
    public RemoteFiles connect(Settings settings, ServerSightings.Of server, ConnectionSteps steps) throws IOException {
        Addresses.resolve(targets, settings, steps);
        var certificate = new ServerCertificate(settings.find(FtpsParameters.CERTIFICATE).orElse(null));
        FTPSClient client = client(settings, certificate);
        try {
            connect(client, settings, certificate, server, steps);
            signIn(client, settings, steps);
            return new FtpsFiles(client);
        } catch (IOException | RuntimeException failed) {
            client.disconnect();
            throw failed;
        }
    }

    private static FTPSClient client(Settings settings, ServerCertificate certificate) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, certificate.asManagers(), null);
            String host = settings.text(RemoteParameters.HOST);
            var client = new FTPSClient(!settings.text(FtpsParameters.TLS).equals(FtpsParameters.EXPLICIT), context) {
                /** The library asks for the name on the control connection only. */
                @Override
                protected Socket _openDataConnection_(String command, String arg) throws IOException {
                    Socket data = super._openDataConnection_(command, arg);
                    if (data instanceof SSLSocket tls && !certificate.fits(host, tls.getSession())) {
                        tls.close();
                        throw new SSLException("The data connection shows another certificate");
                    }
                    return data;
                }
            };
            client.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            client.setHostnameVerifier(certificate::fits);
            client.setConnectTimeout(CONNECT);
            client.setDefaultTimeout(SILENCE);
            client.setDataTimeout(Duration.ofMillis(SILENCE));
            client.setControlEncoding("UTF-8");
            client.setUseEPSVwithIPv4(true);
            return client;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void connect(FTPSClient client, Settings settings, ServerCertificate certificate, ServerSightings.Of server, ConnectionSteps steps) throws IOException {
        String host = settings.text(RemoteParameters.HOST);
        try {
            client.connect(host, (int) settings.number(RemoteParameters.PORT));
            client.setSoTimeout(SILENCE);
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw new IOException("The server answered " + client.getReplyString().strip());
            }
        } catch (SSLException refused) {
            String shown = certificate.shown();
            if (certificate.certificate() != null) {
                server.refused(ServerSightings.certificate(certificate.certificate()));
            }
            steps.reached(Step.CONNECTED, host);
            steps.failed(Step.CERTIFICATE, shown == null ? refused.getMessage() : shown);
            throw new IOException("The certificate of the server is not accepted: " + (shown == null ? refused.getMessage() : shown), refused);
        } catch (IOException failed) {
            steps.failed(Step.CONNECTED, failed.getMessage());
            throw failed;
        }
        steps.reached(Step.CONNECTED, host);
        steps.reached(Step.CERTIFICATE, certificate.shown());
        if (certificate.certificate() != null) {
            server.accepted(ServerSightings.certificate(certificate.certificate()));
        }
    }

    private static void signIn(FTPSClient client, Settings settings, ConnectionSteps steps) throws IOException {
        String user = settings.text(RemoteParameters.USER);
        try {
            if (!client.login(user, settings.text(RemoteParameters.PASSWORD))) {
                throw new IOException("The server does not accept the sign-in: " + client.getReplyString().strip());
            }
            client.execPBSZ(0);
            client.execPROT("P");
            client.enterLocalPassiveMode();
            client.setFileType(FTP.BINARY_FILE_TYPE);
        } catch (IOException failed) {
            steps.failed(Step.AUTHENTICATED, failed.getMessage());
            throw failed;
        }
        steps.reached(Step.AUTHENTICATED, user);
    }
}
