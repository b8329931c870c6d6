package io.tradelane.routes.inbound;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.ReadSetting;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.traffic.Limits;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How an interchange is read: as is usual, but for what is set for its sender, whom the door knows, and the overlays of partners. */
@Component
class SenderOptions {
    private static final Logger LOG = LoggerFactory.getLogger(SenderOptions.class);

    private final ReadingSettings settings;
    private final PartnerOverlays overlays;
    private final PartnerLimits limits;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    SenderOptions(ReadingSettings settings, PartnerOverlays overlays, PartnerLimits limits) {
        this.limits = limits;
        this.settings = settings;
        this.overlays = overlays;
    }

    /** @param source the list that was translated */
    private record Known(List<ReadingSetting> source, List<ReadSetting> settings) {}

    ReadOptions of(Interchange interchange) {
        UUID sender = interchange.organisation();
        ReadOptions usual = within(sender).withSettings(sender == null ? List.of() : settings(sender)).withOverlays(overlays.current());
        return Again.of(interchange).map(again -> of(usual, again, interchange))
                .orElseGet(() -> usual.receivedOn(LocalDate.ofInstant(interchange.receivedAt(), ZoneOffset.UTC)));
    }

    /** What is read again is as old as it was; what the partner does otherwise holds as it did then, or as it does now. */
    private ReadOptions of(ReadOptions usual, Again again, Interchange interchange) {
        return (again.asOfThen() ? usual : usual.withOverlays(overlays.current().on(LocalDate.ofInstant(interchange.receivedAt(), ZoneOffset.UTC))))
                .receivedOn(again.receivedOn());
    }

    private ReadOptions within(@Nullable UUID sender) {
        ReadOptions usual = ReadOptions.defaults();
        Limits agreed = sender == null ? limits.usual() : limits.of(sender);
        return usual.within(usual.limits().atMost(agreed.interchangeMessages(), agreed.depth()));
    }

    @SuppressWarnings("ReferenceEquality") // the same list is given until something changes
    private List<ReadSetting> settings(UUID sender) {
        List<ReadingSetting> source = settings.of(sender);
        if (source.isEmpty()) {
            return List.of();
        }
        Known translated = known.get(sender);
        if (translated == null || translated.source != source) {
            translated = new Known(source, source.stream().map(SenderOptions::setting).filter(Objects::nonNull).toList());
            known.put(sender, translated);
        }
        return translated.settings;
    }

    /** {@code null} for one that an older or newer portal has saved, and that means nothing here. */
    private static @Nullable ReadSetting setting(ReadingSetting setting) {
        try {
            Strictness codeLists = setting.codeLists() == null ? null : Strictness.valueOf(setting.codeLists().name());
            TableMapping table = setting.table() == null ? null : TableMapping.ofJson(setting.table());
            return new ReadSetting(Format.valueOf(setting.format()), setting.type(), codeLists, setting.rules(), table);
        } catch (IllegalArgumentException unknown) {
            LOG.error("the reading setting of {} for {} is not used: {}", setting.organisation(), setting.format(), unknown.getMessage());
            return null;
        }
    }
}
