package io.tradelane.adapters.remote;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where a channel's server is. */
final class Addresses {

    private Addresses() {}

    static InetSocketAddress resolve(OutboundTargets targets, Settings settings, ConnectionSteps steps) throws IOException {
        String host = settings.text(RemoteParameters.HOST);
        long port = settings.number(RemoteParameters.PORT);
        if (port < 1 || port > 65535) {
            throw new IOException("There is no port " + port);
        }
        try {
            InetAddress address = targets.check(host);
            steps.reached(Step.RESOLVED, address.getHostAddress());
            return new InetSocketAddress(address, (int) port);
        } catch (UnknownHostException unknown) {
            steps.failed(Step.RESOLVED, host);
            throw new IOException("The host " + host + " is not known", unknown);
        } catch (IOException refused) {
            steps.failed(Step.RESOLVED, refused.getMessage());
            throw refused;
        }
    }
}
