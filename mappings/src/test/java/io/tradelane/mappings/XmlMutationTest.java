package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** BMEcat, openTRANS and GS1 XML with a few bytes changed: findings, never an exception. {@code -Dtradelane.fuzz=100000} for more. */
class XmlMutationTest {
    private static final Set<Format> FORMATS = Set.of(Format.BMECAT, Format.OPENTRANS, Format.GS1_XML);

    @Test
    void whateverIsReadNothingIsThrown() {
        List<byte[]> seeds = seeds();
        Random random = new Random(20260302);
        for (int i = 0; i < Integer.getInteger("tradelane.fuzz", 2_000); i++) {
            byte[] mutant = UblMutationTest.mutated(seeds.get(i % seeds.size()), random);
            assertThatCode(() -> Translator.standard().read(new ByteArrayInputStream(mutant), ReadOptions.defaults(), ignored -> { }))
                    .as("mutant " + i).doesNotThrowAnyException();
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        Consumer<BusinessDocument> write = document -> Translator.standard().targets(document.type()).stream()
                .filter(target -> FORMATS.contains(target.format()))
                .forEach(target -> seeds.add(Translator.standard().write(List.of(document), target, RoundTripTest.ENVELOPE)));
        OpenTransFamilyTest.documents().forEach(write);
        for (CatalogueDocument.Action action : CatalogueDocument.Action.values()) {
            write.accept(BmecatFamilyTest.catalogue(action));
        }
        seeds.add(Gs1FamilyTest.notification("<tradeItem><gtin>14006381333938</gtin></tradeItem>").getBytes());
        return seeds;
    }
}
