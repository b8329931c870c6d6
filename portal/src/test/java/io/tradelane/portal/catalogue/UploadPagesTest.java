package io.tradelane.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.mappings.table.TableText;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.catalogue.ArticleUpload.State;
import io.tradelane.trading.catalogue.ArticleUploads;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Files of articles and pictures of them, from the form to what becomes of them. */
class UploadPagesTest extends PortalTest {
    private static UUID seller;
    @Autowired private ArticleUploads uploads;
    @Autowired private Articles articles;
    @Autowired private Organisations organisations;

    @BeforeEach
    void seller() {
        if (seller == null) {
            seller = Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation("Uploading Ltd", null, Kind.SUPPLIER, null, "CNY")));
        }
    }

    private RequestPostProcessor sales() {
        return as(seller, Role.SUPPLIER_SALES);
    }

    private UUID taken(String name, byte[] bytes, State expected) throws Exception {
        String address = mvc.perform(multipart("/articles/uploads").file(new MockMultipartFile("file", name, null, bytes)).with(sales()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        reached(id, expected);
        return id;
    }

    private void reached(UUID id, State expected) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Tenancy.call(Actor.hub(), () -> uploads.find(id)).orElseThrow().state() == expected);
    }

    @Test
    void aFileIsShownAppliedAndComesBackWithItsErrors() throws Exception {
        UUID id = taken("商品.csv", "商品编号,英文名称,price\nUP-1,\"Bolt, long\",1.5\nUP-2,=cmd|' /C calc'!A0,2\nUP-3,Nut,abc\n".getBytes(StandardCharsets.UTF_8), State.PREVIEW);
        mvc.perform(get("/articles/uploads/" + id).with(sales())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"apply\""))).andExpect(content().string(containsString("“abc”")));
        mvc.perform(post("/articles/uploads/" + id + "/application").with(sales()).with(csrf())).andExpect(redirectedUrl("/articles/uploads/" + id));
        reached(id, State.APPLIED);
        String corrected = mvc.perform(get("/articles/uploads/" + id + "/corrected").with(sales())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(corrected).contains("商品编号,英文名称,price").contains("UP-3,Nut,abc").contains("(number)").doesNotContain("UP-1");
        for (String format : List.of("csv", "xlsx")) {
            byte[] file = mvc.perform(get("/articles/file").param("format", format).with(sales())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
            assertThat(TableText.isZip(file)).isEqualTo(format.equals("xlsx"));
            if (format.equals("csv")) {
                assertThat(new String(file, StandardCharsets.UTF_8)).contains("'=cmd");
            }
            UUID again = taken("back." + format, file, State.PREVIEW);
            assertThat(Tenancy.call(Actor.hub(), () -> uploads.find(again)).orElseThrow()).satisfies(one -> {
                assertThat(one.unchanged()).isGreaterThanOrEqualTo(2).isEqualTo(one.total());
            });
        }
        mvc.perform(get("/articles/uploads/" + id).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/articles/uploads/" + id + "/corrected").with(stranger())).andExpect(status().isNotFound());
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        mvc.perform(multipart("/articles/uploads").file(new MockMultipartFile("file", "x.csv", null, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1})).with(sales()).with(csrf()))
                .andExpect(redirectedUrl("/articles/uploads"));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<a>".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 3000; i++) {
                    zip.write(new byte[1 << 16]);
                }
            }
        }
        UUID id = taken("bomb.xlsx", bomb.toByteArray(), State.REFUSED);
        mvc.perform(get("/articles/uploads/" + id).with(sales())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"problem\"")));
    }

    @Test
    void aFilmIsReadInPartsAndAPictureHasAThumbnail() throws Exception {
        UUID article = Tenancy.call(Actor.hub(), () -> articles.upsert(new NewArticle(seller, "MEDIA-1", null, null, "Bolt", "PCE", null)));
        byte[] film = new byte[600_000];
        ByteBuffer.wrap(film).putInt(24).put("ftypmp42".getBytes(StandardCharsets.US_ASCII));
        film[550_000] = 42;
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(700, 400, BufferedImage.TYPE_INT_RGB), "png", picture);
        mvc.perform(multipart("/articles/" + article + "/media").file(new MockMultipartFile("file", "film.mp4", null, film)).with(sales()).with(csrf())).andExpect(redirectedUrl("/articles/" + article));
        mvc.perform(multipart("/articles/" + article + "/media").file(new MockMultipartFile("file", "picture.png", null, picture.toByteArray())).with(sales()).with(csrf()));
        String page = mvc.perform(get("/articles/" + article).with(sales())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        String filmAddress = page.replaceAll("(?s).*<video[^>]*src=\"(/media/[0-9a-f]{64})\".*", "$1");
        String thumbnail = page.replaceAll("(?s).*src=\"(/media/[0-9a-f]{64}/thumbnail)\".*", "$1");
        byte[] part = mvc.perform(get(filmAddress).header(HttpHeaders.RANGE, "bytes=549999-550001").with(sales())).andExpect(status().isPartialContent()).andReturn().getResponse().getContentAsByteArray();
        assertThat(part).containsExactly(0, 42, 0);
        mvc.perform(get(thumbnail).with(sales())).andExpect(status().isOk()).andExpect(content().contentType("image/jpeg"));
        mvc.perform(get(filmAddress).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(multipart("/articles/" + article + "/media").file(new MockMultipartFile("file", "film.mp4", null, film)).with(stranger()).with(csrf())).andExpect(status().isNotFound());
    }
}
