package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArticleMediaTest extends TestDatabase {
    @Autowired ArticleMedia media;
    @Autowired MediaStore store;
    @Autowired Articles articles;
    private UUID supplier;
    private UUID article;

    @BeforeEach
    void article() {
        supplier = organisation("Supplier", Kind.SUPPLIER);
        article = hub(() -> articles.upsert(new NewArticle(supplier, unique("P"), null, null, "Bolt", "PCE", null)));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, height / 2, new Color(x % 255, 30, 60).getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** With an EXIF segment behind the first marker, as cameras write it. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] text = "Exif\0\0MM\0*\0\0\0\10\0\0 secret place".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + text.length + 4);
        bytes.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (text.length + 2)).put(text).put(jpeg, 2, jpeg.length - 2);
        return bytes.array();
    }

    private ArticleResult add(byte[] bytes) {
        return in(person(supplier), () -> media.add(supplier, article, "whatever.exe", bytes));
    }

    @Test
    void aPictureIsDrawnAnewWithoutWhatTheCameraWroteAndStoredOnce() throws IOException {
        byte[] taken = withExif(picture("jpg", 3000, 1000));
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("secret place");
        assertThat(add(taken)).isInstanceOf(ArticleResult.Done.class);
        assertThat(add(taken)).isInstanceOf(ArticleResult.Done.class);
        List<ArticleMedium> kept = in(person(supplier), () -> media.of(article));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst()).extracting(ArticleMedium::contentType, ArticleMedium::width, ArticleMedium::height).containsExactly("image/jpeg", 2400, 800);
        MediaStore.Stored stored = in(person(supplier), () -> store.find(kept.getFirst().hash())).orElseThrow();
        byte[] bytes = in(person(supplier), () -> store.chunk(stored.id(), 0));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("secret place");
        assertThat(ImageIO.read(new ByteArrayInputStream(stored.thumbnail())).getWidth()).isEqualTo(320);

        UUID rival = organisation("Rival", Kind.SUPPLIER);
        assertThat(in(person(rival), () -> store.find(kept.getFirst().hash()))).isEmpty();
        UUID other = hub(() -> articles.upsert(new NewArticle(rival, unique("P"), null, null, "Bolt", "PCE", null)));
        in(person(rival), () -> media.add(rival, other, "same.jpg", taken));
        assertThat(in(person(rival), () -> store.find(kept.getFirst().hash()))).isPresent();
        assertThat(superuser().sql("select count(*) from media where sha256 = :hash").param("hash", kept.getFirst().hash()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whatIsNeitherPictureNorFilmOrTooLargeIsRefusedByItsContent() throws IOException {
        assertThat(add("<svg onload='x'></svg>".getBytes(StandardCharsets.UTF_8))).isEqualTo(ArticleResult.invalid("file", "media-kind"));
        assertThat(add("MZ this is a program".getBytes(StandardCharsets.UTF_8))).isEqualTo(ArticleResult.invalid("file", "media-kind"));
        byte[] png = picture("png", 50, 50);
        byte[] cut = java.util.Arrays.copyOf(png, 60);
        assertThat(add(cut)).isEqualTo(ArticleResult.invalid("file", "media-broken"));
        byte[] bomb = png.clone();
        ByteBuffer.wrap(bomb).putInt(16, 30_000).putInt(20, 30_000);
        assertThat(add(bomb)).isIn(ArticleResult.invalid("file", "media-pixels"), ArticleResult.invalid("file", "media-broken"));
        byte[] film = new byte[2000];
        ByteBuffer.wrap(film).putInt(24).put("ftypmp42".getBytes(StandardCharsets.US_ASCII));
        assertThat(add(film)).isInstanceOf(ArticleResult.Done.class);
        assertThat(in(person(supplier), () -> media.of(article))).singleElement().extracting(ArticleMedium::contentType, ArticleMedium::picture).containsExactly("video/mp4", false);
        UUID rival = organisation("Rival", Kind.SUPPLIER);
        assertThat(in(person(rival), () -> media.add(rival, article, "x.png", png))).isInstanceOf(ArticleResult.NotFound.class);
        assertThat(in(person(rival), () -> media.remove(rival, article, UUID.randomUUID()))).isInstanceOf(ArticleResult.NotFound.class);
    }
}
