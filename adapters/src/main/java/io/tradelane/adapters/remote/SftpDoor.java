package io.tradelane.adapters.remote;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.ServerSightings;
import org.springframework.stereotype.Component;

/** A partner's SFTP server. */
@Component
class SftpDoor extends RemoteDoor {
    SftpDoor(SftpConnector connector, RemotePickup pickup, RunningChannels running, ServerSightings sightings) {
        super(SftpParameters.DESCRIPTION, connector, pickup, running, sightings);
    }
}
