package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where a page, which has no doors, and a hub, which has no pages, meet to test a channel. */
@Service
@Transactional
public class ChannelTests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<ChannelTest.Step>> STEPS = new TypeReference<>() {};
    private static final int LONGEST_DETAIL = 500;
    private final JdbcClient jdbc;

    ChannelTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for one, in place of the last one. */
    public UUID request(Channel channel) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into channel_test (id, channel_id, organisation_id) values (:id, :channel, :organisation)
                        on conflict (channel_id) do update
                          set id = excluded.id, requested_at = clock_timestamp(), taken_at = null, finished_at = null, steps = '[]'
                        """)
                .param("id", id)
                .param("channel", channel.id())
                .param("organisation", channel.organisation())
                .update();
        return id;
    }

    /** For a hub: one that was asked for within the last {@code young} and is not taken by another. */
    public Optional<ChannelTest> take(Duration young) {
        return jdbc.sql("""
                        update channel_test set taken_at = clock_timestamp()
                         where id = (select id from channel_test
                                      where taken_at is null and requested_at > clock_timestamp() - make_interval(secs => :seconds)
                                      order by requested_at limit 1 for update skip locked)
                        returning id, channel_id, requested_at, finished_at, steps
                        """)
                .param("seconds", young.toSeconds())
                .query(ChannelTests::map)
                .optional();
    }

    /** Nothing if it has been asked for anew since. */
    public void finish(UUID id, List<ChannelTest.Step> steps) {
        List<ChannelTest.Step> shown = steps.stream().map(step -> new ChannelTest.Step(step.name(), step.good(),
                step.detail() == null ? null : step.detail().substring(0, Math.min(LONGEST_DETAIL, step.detail().length())))).toList();
        jdbc.sql("update channel_test set finished_at = clock_timestamp(), steps = cast(:steps as jsonb) where id = :id")
                .param("id", id)
                .param("steps", MAPPER.writeValueAsString(shown))
                .update();
    }

    /** The last one of a channel. */
    @Transactional(readOnly = true)
    public Optional<ChannelTest> last(UUID channel) {
        return jdbc.sql("select id, channel_id, requested_at, finished_at, steps from channel_test where channel_id = :channel")
                .param("channel", channel)
                .query(ChannelTests::map)
                .optional();
    }

    private static ChannelTest map(ResultSet row, int number) throws SQLException {
        return new ChannelTest(row.getObject("id", UUID.class), row.getObject("channel_id", UUID.class), SqlValues.instant(row, "requested_at"),
                SqlValues.instantOrNull(row, "finished_at"), MAPPER.readValue(row.getString("steps"), STEPS));
    }
}
