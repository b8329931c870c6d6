package io.tradelane.adapters.calling;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.ServerProbe;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tries a connection as a channel would use it. */
@Component
public class CallTest {
    private static final int LARGEST = 10 * 1024 * 1024;
    private final Calls calls;
    private final OutboundTargets targets;

    CallTest(Calls calls, OutboundTargets targets) {
        this.calls = calls;
        this.targets = targets;
    }

    /** Up to the certificate and an answer to OPTIONS, and to a token where the channel works with them. Nothing is posted. */
    public boolean reach(Channel channel, Settings settings, URI target, ConnectionSteps steps) {
        return reach(channel, settings, target, true, steps);
    }

    private boolean reach(Channel channel, Settings settings, URI target, boolean options, ConnectionSteps steps) {
        try {
            targets.check(target);
        } catch (IOException refused) {
            steps.failed(Step.RESOLVED, refused.getMessage());
            return false;
        }
        ServerProbe.test(target.toString(), TlsContexts.of(settings), options, steps);
        if (!steps.results().stream().allMatch(ConnectionSteps.Result::good)) {
            return false;
        }
        try {
            if (calls.authenticate(channel, settings)) {
                steps.reached(Step.AUTHENTICATED, settings.text(CallParameters.TOKEN_URL));
            }
            return true;
        } catch (IOException refused) {
            steps.failed(Step.AUTHENTICATED, refused.getMessage());
            return false;
        }
    }

    /** Further, to the answer to a GET. */
    public void ask(Channel channel, Settings settings, URI target, Map<String, String> headers, ConnectionSteps steps) {
        if (!reach(channel, settings, target, false, steps)) {
            return;
        }
        try {
            CallAnswer answer = calls.send(channel, settings, Call.get(target, headers, LARGEST));
            if (answer.good()) {
                steps.reached(Step.ANSWERED, "HTTP " + answer.status());
            } else {
                steps.failed(answer.status() == 401 || answer.status() == 403 ? Step.AUTHENTICATED : Step.ANSWERED, "HTTP " + answer.status());
            }
        } catch (IOException | RuntimeException failed) {
            steps.failed(Step.ANSWERED, failed.getMessage());
        }
    }
}
