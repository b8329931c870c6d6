package io.tradelane.portal.evidence;

import io.tradelane.trading.exchange.JournalLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies an evidence pack from its file alone: the signature over the manifest, each part against its hash, nothing missing and
 * nothing added, the payload against the hash it was stored with, and every chain of transitions. It names all that is broken.
 */
public final class EvidenceVerifier {
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST = 2L << 30;
    private static final int LARGEST_READ = 200_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<Broken> broken = new ArrayList<>();
    private final ZipFile zip;
    private @Nullable X509Certificate signer;
    private int parts;
    private int chains;

    private EvidenceVerifier(ZipFile zip) {
        this.zip = zip;
    }

    /** What is wrong with a part. */
    public enum What {
        NO_PACK("is no evidence pack", "不是证据包"),
        MISSING("is missing", "缺失"),
        NOT_LISTED("is not in the manifest", "不在清单中"),
        CHANGED("is not what was signed: its SHA-256 differs", "不是所签内容：其 SHA-256 不同"),
        SIGNATURE("does not fit the signature", "与签名不符"),
        OTHER_SIGNER("is signed by another certificate than was expected", "由非预期的证书签名"),
        PAYLOAD("has another SHA-256 than it was stored with", "与存入时的 SHA-256 不同"),
        CHAIN("has a chain that is broken", "其中的哈希链已断开"),
        UNREADABLE("cannot be read", "无法读取");

        private final String english;
        private final String chinese;

        What(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** @param detail where in the part; blank: the whole of it */
    public record Broken(String part, What what, String detail) {

        public String text(Locale locale) {
            String said = locale.getLanguage().equals("zh") ? what.chinese : what.english;
            return part + " " + said + (detail.isBlank() ? "" : ": " + detail);
        }
    }

    /**
     * @param broken empty: it is whole
     * @param signer name of the certificate that signed; null where there is no such signature
     * @param fingerprint SHA-256 of that certificate, hexadecimal: compare it with what the hub's operator tells
     */
    public record Report(List<Broken> broken, @Nullable String signer, @Nullable String fingerprint, int parts, int chains) {}

    /** @param expected whose signature it has to be; null: of the certificate in the pack */
    public static Report verify(Path file, @Nullable X509Certificate expected) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new EvidenceVerifier(zip).verify(expected);
        } catch (ZipException none) {
            return new Report(List.of(new Broken(String.valueOf(file.getFileName()), What.NO_PACK, String.valueOf(none.getMessage()))), null, null, 0, 0);
        }
    }

    private Report verify(@Nullable X509Certificate expected) throws IOException {
        byte[] manifest = read(Manifest.PATH);
        if (manifest == null) {
            broken.add(new Broken(Manifest.PATH, What.MISSING, ""));
            return report();
        }
        signature(manifest, expected);
        try {
            JsonNode told = JSON.readTree(manifest);
            if (!Manifest.FORMAT.equals(told.path("format").asString(""))) {
                broken.add(new Broken(Manifest.PATH, What.NO_PACK, ""));
            }
            parts(told);
            payload();
            transitions();
        } catch (JacksonException unreadable) {
            broken.add(new Broken(Manifest.PATH, What.UNREADABLE, ""));
        }
        return report();
    }

    private void signature(byte[] manifest, @Nullable X509Certificate expected) throws IOException {
        byte[] signature = read(Manifest.SIGNATURE);
        if (signature == null) {
            broken.add(new Broken(Manifest.SIGNATURE, What.MISSING, ""));
            return;
        }
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
            SignerInformation information = signed.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder holder = (X509CertificateHolder) signed.getCertificates().getMatches(information.getSID()).iterator().next();
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            signer = certificate;
            if (!information.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                broken.add(new Broken(Manifest.PATH, What.SIGNATURE, ""));
            }
            if (expected != null && !expected.equals(certificate)) {
                broken.add(new Broken(Manifest.SIGNATURE, What.OTHER_SIGNER, certificate.getSubjectX500Principal().getName()));
            }
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException wrong) {
            broken.add(new Broken(Manifest.PATH, What.SIGNATURE, String.valueOf(wrong.getMessage())));
        }
    }

    private void parts(JsonNode manifest) throws IOException {
        Set<String> listed = new HashSet<>(Set.of(Manifest.PATH, Manifest.SIGNATURE, Manifest.SIGNER));
        long total = 0;
        for (JsonNode part : manifest.path("parts")) {
            String path = part.path("path").asString("");
            listed.add(path);
            parts++;
            total += part.path("size").asLong(0);
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                broken.add(new Broken(path, What.MISSING, ""));
            } else if (total > LARGEST || parts > MOST_ENTRIES || !part.path("sha256").asString("").equals(hash(entry, part.path("size").asLong(0)))) {
                broken.add(new Broken(path, What.CHANGED, ""));
            }
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!listed.contains(entry.getName())) {
                broken.add(new Broken(entry.getName(), What.NOT_LISTED, ""));
            }
        }
        byte[] pem = read(Manifest.SIGNER);
        if (pem == null) {
            broken.add(new Broken(Manifest.SIGNER, What.MISSING, ""));
        } else if (signer != null && !isSigner(pem, signer)) {
            // One of the two was changed; which, the file does not tell.
            broken.add(new Broken(Manifest.SIGNER, What.CHANGED, ""));
            broken.add(new Broken(Manifest.SIGNATURE, What.OTHER_SIGNER, ""));
        }
    }

    private static boolean isSigner(byte[] pem, X509Certificate signer) {
        try {
            return SignerFile.certificate(pem).equals(signer);
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    /** What came is what was stored when it came. */
    private void payload() throws IOException {
        byte[] document = read("document.json");
        if (document == null) {
            return;
        }
        String stored = JSON.readTree(document).path("sha256").asString("");
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().startsWith("payload/") && !stored.equals(hash(entry, LARGEST))) {
                broken.add(new Broken(entry.getName(), What.PAYLOAD, ""));
            }
        }
    }

    private void transitions() throws IOException {
        byte[] told = read("transitions.json");
        if (told == null) {
            return;
        }
        for (JsonNode chain : JSON.readTree(told)) {
            chains++;
            byte[] hash = new byte[0];
            long seq = 0;
            for (JsonNode link : chain.path("links")) {
                List<@Nullable String> texts = new ArrayList<>();
                link.path("texts").forEach(text -> texts.add(text.isNull() ? null : text.asString("")));
                seq++;
                hash = JournalLink.hash(hash, texts);
                if (link.path("seq").asLong(-1) != seq || !HexFormat.of().formatHex(hash).equals(link.path("hash").asString(""))) {
                    broken.add(new Broken("transitions.json", What.CHAIN,
                            chain.path("entityType").asString("") + " " + chain.path("entityId").asString("") + " #" + seq));
                    break;
                }
            }
        }
    }

    /** @param most bytes; null where there is more */
    private @Nullable String hash(ZipEntry entry, long most) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    return null;
                }
                digest.update(buffer, 0, read);
            }
        } catch (ZipException changed) {
            return null;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte @Nullable [] read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_READ);
        } catch (ZipException changed) {
            return new byte[0];
        }
    }

    private Report report() {
        X509Certificate by = signer;
        try {
            return new Report(List.copyOf(broken), by == null ? null : by.getSubjectX500Principal().getName(),
                    by == null ? null : HexFormat.of().formatHex(Sha256.of(by.getEncoded())), parts, chains);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
