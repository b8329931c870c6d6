package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUpload.State;
import io.tradelane.trading.catalogue.ArticleUploads.Content;
import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArticleUploadsTest extends TestDatabase {
    private static String category;
    @Autowired ArticleUploads uploads;
    @Autowired ArticleListing listing;
    @Autowired Categories categories;
    private UUID supplier;

    @BeforeEach
    void companies() {
        supplier = organisation("Uploading supplier", Kind.SUPPLIER);
        if (category == null) {
            category = unique("upload");
            in(operator(), () -> categories.create(new Categories.NewCategory(null, category, "上传类", "Uploaded", List.of(
                    new CategoryAttribute("colour", "颜色", "Colour", CategoryAttribute.Kind.CHOICE, null, null, null, List.of(new Choice("RED", "红色", "Red")), false, true)))));
        }
    }

    private static Content content(String header, String... rows) {
        List<Content.Line> lines = IntStream.range(0, rows.length).mapToObj(i -> new Content.Line(i + 2, Arrays.asList(rows[i].split(";", -1)))).toList();
        return new Content(Arrays.asList(header.split(";")), lines, null);
    }

    private UUID read(Content content) {
        UUID id = in(person(supplier), () -> uploads.take(supplier, "articles.csv", false, new byte[] {1}));
        inTransaction(Actor.hub(), () -> uploads.read(id, content));
        return id;
    }

    private ArticleUpload applied(UUID id) {
        in(person(supplier), () -> uploads.ask(id));
        inTransaction(Actor.hub(), () -> uploads.apply(id));
        return seen(id);
    }

    private ArticleUpload seen(UUID id) {
        return in(person(supplier), () -> uploads.find(id)).orElseThrow();
    }

    private List<ArticleSummary> own() {
        return in(person(supplier), () -> listing.list(supplier, new ListingFilter(ListingFilter.Tab.ALL, null, null, 200))).articles();
    }

    @Test
    void aFileIsShownFirstThenAppliedAndBroughtBackChangesNothing() {
        UUID first = read(content("商品编号;Name in English;category;颜色;unit;price;stock;min_quantity", "U-1;Bolt;" + category + ";红色;PCE;1.20;100;5", "U-2;'=Nut;Uploaded;Red;KGM;0.5;;"));
        assertThat(seen(first)).extracting(ArticleUpload::state, ArticleUpload::created, ArticleUpload::updated, ArticleUpload::wrong).containsExactly(State.PREVIEW, 2, 0, 0);
        assertThat(own()).isEmpty();
        assertThat(applied(first)).extracting(ArticleUpload::state, ArticleUpload::created, ArticleUpload::percent).containsExactly(State.APPLIED, 2, 100);
        assertThat(own()).extracting(ArticleSummary::nameEn).containsExactlyInAnyOrder("Bolt", "=Nut");
        assertThat(own()).extracting(one -> one.price().amount().amount().toPlainString()).containsExactlyInAnyOrder("1.20", "0.50");

        List<List<String>> file = in(person(supplier), () -> uploads.export(supplier));
        UUID again = read(new Content(file.getFirst(), IntStream.range(1, file.size()).mapToObj(i -> new Content.Line(i + 1, file.get(i))).toList(), null));
        assertThat(seen(again)).extracting(ArticleUpload::unchanged, ArticleUpload::updated, ArticleUpload::created, ArticleUpload::wrong).containsExactly(2, 0, 0, 0);

        UUID change = read(content("number;name_en;price", "U-1;Bolt M8;1.20", "U-2;;0.5"));
        assertThat(seen(change)).extracting(ArticleUpload::updated, ArticleUpload::wrong).containsExactly(1, 1);
        applied(change);
        assertThat(own()).extracting(ArticleSummary::nameEn).containsExactlyInAnyOrder("Bolt M8", "=Nut");
        assertThat(own().stream().filter(one -> "Bolt M8".equals(one.nameEn())).findFirst().orElseThrow().stock()).isEqualByComparingTo("100");
    }

    @Test
    void everyErrorIsToldWithItsRowColumnValueAndCode() {
        UUID id = read(content("number;name_en;gtin;unit;price;lead_days;category;a.colour;colour of box", "A;Bolt;6901234567890;XYZZ;-1;x;nowhere;;", "A;Nut;;;;;;;", ";Washer;;;;;;;", "B;;;;;;" + category + ";blue;"));
        List<ArticleUpload.Row> wrong = in(person(supplier), () -> uploads.rows(id, Outcome.WRONG, 0, 10));
        assertThat(wrong).extracting(ArticleUpload.Row::number).containsExactly(2, 3, 4, 5);
        assertThat(wrong.getFirst().problems()).contains(new CellProblem("gtin", "6901234567890", "gtin"), new CellProblem("unit", "XYZZ", "unit"), new CellProblem("price", "-1", "negative"),
                new CellProblem("lead_days", "x", "number"), new CellProblem("category", "nowhere", "unknown"));
        assertThat(wrong.get(1).problems()).containsExactly(new CellProblem("number", "A", "duplicate"));
        assertThat(wrong.get(2).problems()).containsExactly(new CellProblem("number", "", "required"));
        assertThat(wrong.get(3).problems()).contains(new CellProblem("name_en", "", "required"), new CellProblem("a.colour", "blue", "choice"));
        assertThat(seen(read(content("name;price", "x;1"))).problem()).isEqualTo("COLUMN_MISSING");
        assertThat(seen(read(new Content(List.of(), List.of(), "WORKBOOK_BROKEN"))).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void whoIsKilledInTheMiddleHasAppliedNothingAndTheNextBeginsAgain() {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, 1200).forEach(i -> rows.add("K-" + i + ";Bolt " + i));
        UUID id = read(content("number;name_en", rows.toArray(String[]::new)));
        in(person(supplier), () -> uploads.ask(id));
        assertThatThrownBy(() -> inTransaction(Actor.hub(), () -> {
            uploads.apply(id);
            throw new IllegalStateException("killed");
        })).hasMessage("killed");
        assertThat(own()).isEmpty();
        assertThat(seen(id).state()).isEqualTo(State.APPLYING);
        assertThat(hub(() -> uploads.open())).contains(id);
        inTransaction(Actor.hub(), () -> uploads.apply(id));
        assertThat(seen(id)).extracting(ArticleUpload::state, ArticleUpload::created).containsExactly(State.APPLIED, 1200);
        inTransaction(Actor.hub(), () -> uploads.apply(id));
        assertThat(superuser().sql("select count(*) from article where supplier_org_id = :supplier").param("supplier", supplier).query(Integer.class).single()).isEqualTo(1200);
    }

    @Test
    void anotherCompanySeesNoneOfIt() {
        UUID id = read(content("number;name_en", "S-1;Bolt"));
        UUID stranger = organisation("Stranger", Kind.SUPPLIER);
        assertThat(in(person(stranger), () -> uploads.find(id))).isEmpty();
        assertThat(in(person(stranger), () -> uploads.rows(id, null, 0, 10))).isEmpty();
        assertThat(in(person(stranger), () -> uploads.ask(id))).isFalse();
    }
}
