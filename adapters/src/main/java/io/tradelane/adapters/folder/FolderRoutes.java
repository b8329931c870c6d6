package io.tradelane.adapters.folder;

import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Sending;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route templates of the folder door. A file is taken when its size and time stand still, moved aside while it is stored, and then
 * to {@code done} or {@code error}. When storing fails, it goes back to where it lay and is tried again.
 */
final class FolderRoutes extends RouteBuilder {
    static final String IN_PROGRESS = ".in-progress";
    /** Set by {@link FolderPickup}. */
    static final String OUTCOME = "outcome";

    private final FolderPickup pickup;
    private final OutboundDoor door;
    private final RunningChannels running;

    FolderRoutes(FolderPickup pickup, OutboundDoor door, RunningChannels running) {
        this.pickup = pickup;
        this.door = door;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate("folder-inbound").templateParameter("channel").templateParameter("directory")
                .templateParameter("pollMillis").templateParameter("stableMillis")
                .from("file:{{directory}}?initialDelay=0&delay={{pollMillis}}&readLock=changed&readLockCheckInterval={{stableMillis}}"
                        + "&readLockMinAge={{stableMillis}}&readLockTimeout=600000&readLockMinLength=0&readLockMarkerFile=false&readLockLoggingLevel=DEBUG"
                        + "&preMove=" + IN_PROGRESS + "/${file:onlyname}"
                        + "&move=${variable." + OUTCOME + "}/${date:now:yyyyMMdd-HHmmssSSS}-${file:onlyname}"
                        + "&moveFailed=${file:onlyname}&maxMessagesPerPoll=100&exclude=[.].*|.*[.](part|tmp|filepart)")
                .bean(pickup, "pickUp(${body}, ${exchange}, '{{channel}}')");
        routeTemplate("folder-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(door, running), "send(${body}, '{{channel}}')");
    }
}
