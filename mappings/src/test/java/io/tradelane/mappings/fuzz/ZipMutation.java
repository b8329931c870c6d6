package io.tradelane.mappings.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Changes the XML in a workbook and packs it again; what is no archive any more is changed as bytes. */
final class ZipMutation {
    private static final int MOST = 1 << 20;

    private ZipMutation() {}

    static byte[] mutate(byte[] bytes, RandomGenerator random) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), part.readNBytes(MOST));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return ByteMutation.mutate(bytes, random);
        }
        if (parts.isEmpty()) {
            return ByteMutation.mutate(bytes, random);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(12) == 0) {
            parts.remove(name);
        } else {
            parts.computeIfPresent(name, (part, content) -> random.nextInt(4) == 0 ? ByteMutation.mutate(content, random) : XmlMutation.mutate(content, random));
        }
        return zipped(parts);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
