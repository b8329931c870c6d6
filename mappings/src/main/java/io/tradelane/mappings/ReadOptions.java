package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.trading.document.DocumentType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * @param codeLists what a code outside the standard's list is worth
 * @param limits what one interchange may cost
 * @param rules whether a document is held against the schema and the rules of the profile it claims
 * @param settings what of that is otherwise for this sender
 * @param overlays what senders, named by the envelope, do otherwise than the standard
 * @param received when it came in: it decides whether an overlay holds, if the envelope does not say when it was prepared
 */
public record ReadOptions(
        Strictness codeLists, Limits limits, boolean rules, List<ReadSetting> settings, Overlays overlays, LocalDate received) {

    public ReadOptions {
        settings = List.copyOf(settings);
    }

    public ReadOptions(Strictness codeLists, Limits limits) {
        this(codeLists, limits, true, List.of(), Overlays.NONE, LocalDate.now(ZoneOffset.UTC));
    }

    public static ReadOptions defaults() {
        return new ReadOptions(Strictness.LENIENT, Limits.defaults());
    }

    /** For files that are known and large. */
    public ReadOptions forBulk() {
        return new ReadOptions(codeLists, limits.forBulk(), rules, settings, overlays, received);
    }

    public ReadOptions within(Limits narrower) {
        return new ReadOptions(codeLists, narrower, rules, settings, overlays, received);
    }

    /** Only what is needed to make the document. */
    public ReadOptions withoutRules() {
        return new ReadOptions(codeLists, limits, false, settings, overlays, received);
    }

    /** Tables by this mapping. */
    public ReadOptions withTable(TableMapping mapping) {
        return withSettings(Stream.of(Format.CSV, Format.XLSX).map(format -> new ReadSetting(format, null, null, null, mapping)).toList());
    }

    public ReadOptions withSettings(List<ReadSetting> own) {
        return new ReadOptions(codeLists, limits, rules, own, overlays, received);
    }

    public ReadOptions withOverlays(Overlays known) {
        return new ReadOptions(codeLists, limits, rules, settings, known, received);
    }

    public ReadOptions receivedOn(LocalDate day) {
        return new ReadOptions(codeLists, limits, rules, settings, overlays, day);
    }

    /** @param type absent where it is not known */
    Strictness codeLists(Format format, @Nullable DocumentType type) {
        return setting(format, type, ReadSetting::codeLists, codeLists);
    }

    boolean rules(Format format, @Nullable DocumentType type) {
        return setting(format, type, ReadSetting::rules, rules);
    }

    /** Whether some type of document is held against rules. */
    boolean mayAskRules(Format format) {
        return rules(format, null) || settings.stream().anyMatch(setting -> setting.format() == format && Boolean.TRUE.equals(setting.rules()));
    }

    /** Which column is what, as saved for this sender; several: for documents of several types. */
    List<TableMapping> tables(Format format) {
        return settings.stream().filter(setting -> setting.format() == format).map(ReadSetting::table).filter(Objects::nonNull).toList();
    }

    /** What is said of the type counts, then what is said of the format. */
    private <T> T setting(Format format, @Nullable DocumentType type, Function<ReadSetting, @Nullable T> value, T usual) {
        T ofFormat = null;
        for (ReadSetting setting : settings) {
            T own = setting.format() == format ? value.apply(setting) : null;
            if (own != null && setting.type() == null) {
                ofFormat = own;
            } else if (own != null && setting.type() == type) {
                return own;
            }
        }
        return ofFormat == null ? usual : ofFormat;
    }
}
