package io.tradelane.trading.exchange.traffic;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.tradelane.trading.partner.Direction;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Documents a minute, by partner and direction. The bucket is a row, so that all hubs share it and a restart fills nothing; a hub takes
 * a second's worth at a time, or what a partner needs in a minute, before it writes.
 */
@Component
class RateBuckets {
    private static final Duration UNWRITTEN = Duration.ofMinutes(1);
    /** So much may come at once of a limit that is no lower; of higher ones two seconds' worth, lest what one sends at once be everybody's wait. */
    private static final int AT_ONCE = 10;
    private final ProxyManager<String> rows;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateBuckets(DataSource database) {
        this.rows = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("rate_bucket").idColumn("id").stateColumn("state").expiresAtColumn("expires_at")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .build();
    }

    /** Another limit is another bucket, as a row keeps the limits it was made with. */
    Bucket of(UUID organisation, Direction direction, int perMinute) {
        int atOnce = Math.min(perMinute, Math.max(AT_ONCE, perMinute / 30));
        return buckets.computeIfAbsent(organisation + " " + direction + " " + perMinute + " " + atOnce, id -> rows.builder()
                .withOptimization(Optimizations.delaying(new DelayParameters(Math.max(1, perMinute / 60), UNWRITTEN)))
                .build(id, () -> BucketConfiguration.builder()
                        .addLimit(Bandwidth.builder().capacity(atOnce).refillGreedy(perMinute, Duration.ofMinutes(1)).build())
                        .build()));
    }
}
