package io.tradelane.adapters.soap;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Transmitter;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores what any of the services took, along the route of the caller's channel if it has one. */
@Component
class SoapIntake {
    private final Transmitter transmitter;
    private final RunningChannels running;

    SoapIntake(Transmitter transmitter, RunningChannels running) {
        this.transmitter = transmitter;
        this.running = running;
    }

    Receipt store(ApiClient client, String messageId, String mediaType, @Nullable String fileName, InputStream bytes) throws IOException {
        Optional<Channel> channel = running.inbound(SoapDoor.NAME, client.organisation());
        long maxBytes = channel.map(c -> Settings.of(SoapParameters.DESCRIPTION, c).number(SoapParameters.MAX_BYTES)).orElse(SoapParameters.DEFAULT_MAX_BYTES);
        var reception = new Reception(client.organisation(), channel.map(Channel::id).orElse(null), SoapDoor.NAME, messageId, mediaType, fileName,
                Map.of("soap.client", client.name()));
        Receipt receipt = transmitter.receive(channel, new Arrival(reception, client.name(), maxBytes, bytes));
        CrashPoint.reach("soap.stored");
        return receipt;
    }
}
