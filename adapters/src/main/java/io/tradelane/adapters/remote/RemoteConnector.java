package io.tradelane.adapters.remote;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import java.io.IOException;

/** Connects and signs in. */
interface RemoteConnector {

    /**
     * @param server told by what the server is known, or is not
     * @param steps told what was reached; what fails is told and thrown
     * @throws IOException with a message for the operator
     */
    RemoteFiles connect(Settings settings, ServerSightings.Of server, ConnectionSteps steps) throws IOException;

    /** @throws IOException when a setting of this kind of server cannot be understood; asked before a channel is opened */
    default void check(Settings settings) throws IOException {}
}
