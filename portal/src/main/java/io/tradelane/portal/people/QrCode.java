package io.tradelane.portal.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR code as the path of an SVG, a unit a module, quiet zone included.
 *
 * @param size of one side, in modules
 */
record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** What authenticator apps read (the Key URI format of Google Authenticator). */
    static QrCode ofTotp(String email, String secret) {
        return of("otpauth://totp/Tradelane:" + URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret + "&issuer=Tradelane");
    }

    static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth(), path.toString());
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A secret to be typed: in groups of four. */
    static String inGroups(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
