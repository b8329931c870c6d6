package io.tradelane.mappings.fuzz;

import io.tradelane.mappings.Format;
import java.util.List;
import java.util.function.Predicate;

/** What is mutated on its own; a new family of formats is one line here. */
enum FuzzFamily {
    EDIFACT(Grain.DELIMITED, seed -> seed.format() == Format.EDIFACT),
    X12(Grain.DELIMITED, seed -> seed.format() == Format.X12),
    TRADACOMS(Grain.DELIMITED, seed -> seed.format() == Format.TRADACOMS),
    IDOC(Grain.DELIMITED, seed -> seed.format() == Format.IDOC && !seed.has("<IDOC")),
    IDOC_XML(Grain.XML, seed -> seed.format() == Format.IDOC && seed.has("<IDOC")),
    SWIFT(Grain.DELIMITED, seed -> seed.format() == Format.SWIFT_MT),
    CSV(Grain.DELIMITED, seed -> seed.format() == Format.CSV),
    XLSX(Grain.ZIP, seed -> seed.format() == Format.XLSX),
    JSON(Grain.JSON, seed -> seed.format() == Format.JSON),
    UBL(Grain.XML, seed -> seed.format() == Format.UBL),
    CII(Grain.XML, seed -> seed.format() == Format.CII),
    CXML(Grain.XML, seed -> seed.format() == Format.CXML),
    PAIN(Grain.XML, seed -> seed.format() == Format.ISO20022 && seed.message().startsWith("pain")),
    CAMT(Grain.XML, seed -> seed.format() == Format.ISO20022 && seed.message().startsWith("camt")),
    APP_HDR(Grain.XML, seed -> seed.has("AppHdr")),
    BMECAT(Grain.XML, seed -> seed.format() == Format.BMECAT),
    OPENTRANS(Grain.XML, seed -> seed.format() == Format.OPENTRANS),
    GS1(Grain.XML, seed -> seed.format() == Format.GS1_XML),
    SBDH(Grain.XML, seed -> seed.has("StandardBusinessDocument")),
    UNKNOWN_XML(Grain.XML, seed -> seed.format() == Format.XML);

    private final Grain grain;
    private final Predicate<Seed> takes;

    FuzzFamily(Grain grain, Predicate<Seed> takes) {
        this.grain = grain;
        this.takes = takes;
    }

    Grain grain() {
        return grain;
    }

    List<Seed> seeds(List<Seed> all) {
        return all.stream().filter(takes).toList();
    }
}
