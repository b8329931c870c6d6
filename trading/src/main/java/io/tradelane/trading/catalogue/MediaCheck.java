package io.tradelane.trading.catalogue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its content and not by its name. Pictures are drawn anew, upright: what a camera wrote into them (place, owner, device) and
 * whatever else came with them stays behind.
 */
final class MediaCheck {
    static final int LARGEST_PICTURE = 10 << 20;
    static final int LARGEST_FILM = 50 << 20;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 2400;
    private static final int THUMBNAIL = 320;
    private static final Map<String, String> PICTURES = Map.of("image/jpeg", "jpg", "image/png", "png");
    private static final String FILM = "video/mp4";
    static final String PAPER = "application/pdf";

    private MediaCheck() {}

    /** @param thumbnail a JPEG; null for a film and a paper */
    record Medium(String contentType, byte[] bytes, @Nullable Integer width, @Nullable Integer height, byte @Nullable [] thumbnail) {}

    /** @param problem as a code: {@code media-kind}, {@code paper-kind}, {@code media-size}, {@code media-pixels}, {@code media-broken} */
    record Checked(@Nullable Medium medium, @Nullable String problem) {
        static Checked wrong(String problem) {
            return new Checked(null, problem);
        }
    }

    static Checked check(byte[] bytes) {
        String type = type(bytes);
        if (type.equals(FILM) || type.equals("application/mp4") || type.equals("video/quicktime") && film(bytes)) {
            return bytes.length > LARGEST_FILM ? Checked.wrong("media-size") : new Checked(new Medium(FILM, bytes, null, null, null), null);
        }
        return picture(bytes, type, "media-kind");
    }

    /** A picture as above, or a PDF as it is. */
    static Checked paper(byte[] bytes) {
        String type = type(bytes);
        if (type.equals(PAPER)) {
            return bytes.length > LARGEST_PICTURE ? Checked.wrong("media-size") : new Checked(new Medium(PAPER, bytes, null, null, null), null);
        }
        return picture(bytes, type, "paper-kind");
    }

    private static Checked picture(byte[] bytes, String type, String otherwise) {
        String format = PICTURES.get(type);
        if (format == null) {
            return Checked.wrong(otherwise);
        }
        if (bytes.length > LARGEST_PICTURE) {
            return Checked.wrong("media-size");
        }
        try {
            return drawn(bytes, type, format);
        } catch (IOException | RuntimeException broken) {
            return Checked.wrong("media-broken");
        }
    }

    private static String type(byte[] bytes) {
        try (TikaInputStream input = TikaInputStream.get(bytes)) {
            return new DefaultDetector(MimeTypes.getDefaultMimeTypes()).detect(input, new Metadata()).getBaseType().toString();
        } catch (IOException impossible) {
            return "application/octet-stream";
        }
    }

    /** The brands of ISO 14496-12 that browsers play. */
    private static boolean film(byte[] bytes) {
        return bytes.length > 12 && new String(bytes, 4, 4, StandardCharsets.US_ASCII).equals("ftyp")
                && new String(bytes, 8, 4, StandardCharsets.US_ASCII).matches("isom|iso[2-9]|mp4[12]|avc1|M4V ");
    }

    private static Checked drawn(byte[] bytes, String type, String format) throws IOException {
        long pixels = pixels(bytes);
        if (pixels == 0) {
            return Checked.wrong("media-broken");
        }
        if (pixels > MOST_PIXELS) {
            return Checked.wrong("media-pixels");
        }
        BufferedImage upright = Thumbnails.of(new ByteArrayInputStream(bytes)).scale(1).asBufferedImage();
        BufferedImage kept = Math.max(upright.getWidth(), upright.getHeight()) > LONGEST_SIDE ? Thumbnails.of(upright).size(LONGEST_SIDE, LONGEST_SIDE).asBufferedImage() : upright;
        byte[] anew = written(kept, format);
        return new Checked(new Medium(type, anew, kept.getWidth(), kept.getHeight(),
                written(Thumbnails.of(kept).size(Math.min(THUMBNAIL, Math.max(kept.getWidth(), 1)), Math.min(THUMBNAIL, Math.max(kept.getHeight(), 1))).asBufferedImage(), "jpg")), null);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Thumbnails.of(format.equals("jpg") ? opaque(image) : image).scale(1).outputFormat(format).outputQuality(0.9).toOutputStream(bytes);
        return bytes.toByteArray();
    }

    /** JPEG knows no transparency: white behind it. */
    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    /** By the head of the file, before anything is unpacked. */
    private static long pixels(byte[] bytes) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
