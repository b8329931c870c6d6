package io.tradelane.trading.partner;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far each channel has read that asks a partner for what changed: a time stamp, a cursor or a link, as the partner gives it. */
@Service
@Transactional
public class ChannelPositions {
    private final JdbcClient jdbc;

    ChannelPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position null: nothing was read yet */
    public record Held(@Nullable String position) {}

    /** Of several hubs one asks at a time. @return empty while another holds the channel */
    public Optional<Held> hold(Channel channel, UUID holder, Duration atMost) {
        return jdbc.sql("""
                        insert into channel_position as p (channel_id, organisation_id, held_by, held_until)
                        values (:channel, :organisation, :holder, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (channel_id) do update set held_by = excluded.held_by, held_until = excluded.held_until
                        where p.held_until is null or p.held_until < clock_timestamp() or p.held_by = excluded.held_by
                        returning position
                        """)
                .param("channel", channel.id())
                .param("organisation", channel.organisation())
                .param("holder", holder)
                .param("seconds", atMost.toSeconds())
                .query((row, n) -> new Held(row.getString("position")))
                .optional();
    }

    /** @param position null: begin anew */
    public void keep(Channel channel, @Nullable String position) {
        jdbc.sql("update channel_position set position = :position, changed_at = clock_timestamp() where channel_id = :channel")
                .param("position", position)
                .param("channel", channel.id())
                .update();
    }

    public void release(Channel channel, UUID holder) {
        jdbc.sql("update channel_position set held_until = null where channel_id = :channel and held_by = :holder")
                .param("channel", channel.id())
                .param("holder", holder)
                .update();
    }
}
