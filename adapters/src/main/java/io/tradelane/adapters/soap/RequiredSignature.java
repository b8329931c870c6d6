package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the caller's channel asks for it, a message needs a signature over its body and a time stamp, made with a certificate of the
 * partner's page (WS-Security X.509 Certificate Token Profile 1.1). Others are not looked through, so they stay streams.
 */
final class RequiredSignature extends AbstractSoapInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RequiredSignature.class);
    private static final String KEYS = "tradelane.keys";

    private final RunningChannels running;
    private final ChannelKeys keys;
    private final QName fault;

    RequiredSignature(RunningChannels running, ChannelKeys keys, QName fault) {
        super(Phase.PRE_PROTOCOL);
        addAfter(ServiceCredentials.class.getName());
        this.running = running;
        this.keys = keys;
        this.fault = fault;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        ApiClient client = message.getExchange().get(ApiClient.class);
        running.of(SoapDoor.NAME, Direction.INBOUND).stream().filter(channel -> channel.organisation().equals(client.organisation()))
                .filter(channel -> Settings.of(SoapParameters.DESCRIPTION, channel).flag(SoapParameters.SIGNED)).findFirst()
                .ifPresent(channel -> verify(message, channel));
    }

    private void verify(SoapMessage message, Channel channel) {
        Map<String, Object> how = new HashMap<>();
        how.put(ConfigurationConstants.ACTION, ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP);
        how.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, KEYS);
        how.put(KEYS, SoapKeys.trusting(keys.partnerSigning(channel)));
        var coverage = new DefaultCryptoCoverageChecker();
        coverage.setSignBody(true);
        coverage.setSignTimestamp(true);
        try {
            new WSS4JInInterceptor(how).handleMessage(message);
            coverage.handleMessage(message);
        } catch (SoapFault refused) {
            LOG.warn("A SOAP request for {} is not signed as agreed: {}", channel.name(), refused.getMessage());
            throw Faults.notAuthorised(fault, "A signature over body and time stamp with the agreed certificate is required");
        }
    }
}
