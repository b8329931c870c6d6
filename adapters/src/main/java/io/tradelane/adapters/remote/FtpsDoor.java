package io.tradelane.adapters.remote;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.ServerSightings;
import org.springframework.stereotype.Component;

/** A partner's FTPS server. */
@Component
class FtpsDoor extends RemoteDoor {
    FtpsDoor(FtpsConnector connector, RemotePickup pickup, RunningChannels running, ServerSightings sightings) {
        super(FtpsParameters.DESCRIPTION, connector, pickup, running, sightings);
    }
}
