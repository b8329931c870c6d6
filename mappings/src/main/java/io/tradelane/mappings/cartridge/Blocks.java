package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Declarations that several messages include, by name; each file is read once. */
final class Blocks {

    private static final Map<String, Blocks> READ = new ConcurrentHashMap<>();

    private final String resource;
    private final Map<String, List<Declaration>> blocks;

    private Blocks(String resource, Map<String, List<Declaration>> blocks) {
        this.resource = resource;
        this.blocks = blocks;
    }

    static Blocks of(String resource) {
        return READ.computeIfAbsent(resource, Blocks::read);
    }

    private static Blocks read(String resource) {
        try (InputStream in = SmooksResource.open(resource)) {
            XmlCursor cursor = new XmlCursor(in, XmlLimits.defaults());
            Blocks blocks = new Blocks(resource, new HashMap<>());
            DeclarationReader reader = new DeclarationReader(cursor, blocks::block);
            cursor.root();
            cursor.children(element -> blocks.blocks.put(String.valueOf(cursor.attribute("name")), reader.content()));
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (XmlRefused | IllegalArgumentException e) {
            throw new IllegalArgumentException("wrong declaration in " + resource + ": " + e.getMessage(), e);
        }
    }

    /** Of those that stand before it in the file, when a block includes another. */
    List<Declaration> block(String name) {
        List<Declaration> block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException(resource + " has no block " + name);
        }
        return block;
    }
}
