package io.tradelane.routes.outbound;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.NoticeDoor;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.trading.incident.AlertWatch;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells people and programs what is to be told: in words by mail, as JSON to a webhook. */
@Component
public class NoticeDispatch {
    private static final int BATCH = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final AlertWatch watch;
    private final Notices notices;
    private final Channels channels;
    private final List<OutboundDoor> doors;
    private final List<NoticeDoor> speakers;

    NoticeDispatch(AlertWatch watch, Notices notices, Channels channels, List<OutboundDoor> doors, List<NoticeDoor> speakers) {
        this.watch = watch;
        this.notices = notices;
        this.channels = channels;
        this.doors = doors;
        this.speakers = speakers;
    }

    public void look() {
        Tenancy.run(Tenancy.Actor.hub(), watch::look);
    }

    public void send() {
        Tenancy.run(Tenancy.Actor.hub(), () -> notices.claim(BATCH).forEach(this::send));
    }

    private void send(Notice notice) {
        Optional<Channel> channel = Optional.ofNullable(notice.channel()).or(() -> Optional.ofNullable(notices.mailChannel(notice.organisation())))
                .flatMap(channels::find);
        if (channel.isEmpty()) {
            notices.failed(notice, "There is no mail channel over which it could go.", true);
            return;
        }
        try {
            switch (tell(channel.get(), notice)) {
                case DeliveryReceipt.Delivered delivered -> notices.sent(notice.id(), DeliveryRecord.detail(delivered.evidence()));
                case DeliveryReceipt.AwaitingReceipt handedOver -> notices.sent(notice.id(), handedOver.messageId());
                case DeliveryReceipt.Refused refused -> notices.failed(notice, refused.reason(), false);
            }
        } catch (TransientFailure failure) {
            notices.failed(notice, String.valueOf(failure.getMessage()), true);
        }
    }

    private DeliveryReceipt tell(Channel channel, Notice notice) {
        String id = "notice-" + notice.id();
        Optional<NoticeDoor> speaker = speakers.stream().filter(door -> door.door().equals(channel.door())).findFirst();
        if (speaker.isPresent()) {
            return speaker.get().tell(channel, id, notice.target(), notice.subject(), notices.text(notice));
        }
        OutboundDoor door = doors.stream().filter(one -> one.door().equals(channel.door())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no door " + channel.door()));
        byte[] json = JSON.writeValueAsBytes(facts(notice));
        return door.send(channel, new OutboundTransmission(notice.id(), id, "notice.json", "application/json", () -> new ByteArrayInputStream(json)));
    }

    private static Map<String, Object> facts(Notice notice) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", notice.id().toString());
        facts.put("kind", notice.kind().name());
        facts.put("subject", notice.subject());
        facts.put("text", notice.body());
        facts.put("facts", notice.facts());
        facts.put("createdAt", notice.createdAt().toString());
        UUID rule = notice.rule();
        if (rule != null) {
            facts.put("rule", rule.toString());
        }
        return facts;
    }
}
