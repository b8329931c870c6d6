package io.tradelane.portal.exchange;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.ReadSetting;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How the hub would read an interchange now, for pages that show it before it is sent. */
@Component
public class SenderReading {
    private final ReadingSettings settings;
    private final KnownOverlays overlays;

    SenderReading(ReadingSettings settings, KnownOverlays overlays) {
        this.settings = settings;
        this.overlays = overlays;
    }

    public ReadOptions of(Interchange interchange) {
        UUID sender = interchange.organisation();
        List<ReadSetting> own = sender == null ? List.of() : settings.of(sender).stream().map(SenderReading::setting).toList();
        return overlays.applied(ReadOptions.defaults().withSettings(own))
                .receivedOn(LocalDate.ofInstant(interchange.receivedAt(), ZoneOffset.UTC));
    }

    private static ReadSetting setting(ReadingSetting setting) {
        Strictness codeLists = setting.codeLists() == null ? null : Strictness.valueOf(setting.codeLists().name());
        TableMapping table = setting.table() == null ? null : TableMapping.ofJson(setting.table());
        return new ReadSetting(Format.valueOf(setting.format()), setting.type(), codeLists, setting.rules(), table);
    }
}
