package io.tradelane.mappings.syntax.xml;

import io.tradelane.mappings.syntax.xml.XmlStream.Doctype;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the first bytes of an XML document say about its kind. */
public final class XmlRoot {
    /** How far a kind is looked for. */
    public static final int LOOK_AHEAD = 64 << 10;

    private final byte[] head;
    private final String name;
    private final String namespace;
    private final @Nullable Doctype doctype;

    private XmlRoot(byte[] head, String name, String namespace, @Nullable Doctype doctype) {
        this.head = head;
        this.name = name;
        this.namespace = namespace;
        this.doctype = doctype;
    }

    /**
     * @param head the first bytes of a document, which may end anywhere
     * @return empty when no root element begins in them, or what stands before it is not acceptable
     */
    public static Optional<XmlRoot> peek(byte[] head, int length) {
        byte[] seen = Arrays.copyOf(head, Math.min(length, LOOK_AHEAD));
        try {
            XmlStream stream = open(seen);
            while (stream.next() != XmlStream.START) {
                // prologue
            }
            return Optional.of(new XmlRoot(seen, stream.name(), stream.namespace(), stream.ignoredDoctype()));
        } catch (XmlRefused none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The element whose start a stream just reached, as if it were the root; of it nothing is known but its name. */
    public static XmlRoot at(XmlStream stream) {
        return new XmlRoot(new byte[0], stream.name(), stream.namespace(), null);
    }

    /** The first element within the first bytes, the root itself included, that is such a one. */
    public Optional<XmlRoot> first(Predicate<XmlRoot> wanted) {
        try {
            XmlStream stream = open(head);
            for (int event = stream.next(); event != XmlStream.FINISH; event = stream.next()) {
                if (event == XmlStream.START && wanted.test(at(stream))) {
                    return Optional.of(at(stream));
                }
            }
        } catch (XmlRefused cut) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static XmlStream open(byte[] head) throws IOException, XmlRefused {
        return new XmlStream(new ByteArrayInputStream(head), XmlLimits.defaults(), true);
    }

    /** Local name of the root element. */
    public String name() {
        return name;
    }

    /** Of the root element, empty for none. */
    public String namespace() {
        return namespace;
    }

    /** {@code null} when the document has no document type declaration. */
    public @Nullable Doctype doctype() {
        return doctype;
    }

    /**
     * Whether an element stands below the root within the first bytes.
     *
     * @param path local names downwards without the root, for example {@code Request/OrderRequest}
     */
    public boolean holds(String path) {
        String[] steps = path.split("/");
        try {
            XmlStream stream = open(head);
            int matched = 0;
            int event = stream.next();
            while (event != XmlStream.FINISH) {
                int below = stream.depth() - 2;
                if (event == XmlStream.START && below == matched && stream.name().equals(steps[matched])) {
                    if (++matched == steps.length) {
                        return true;
                    }
                } else if (event == XmlStream.END) {
                    matched = Math.min(matched, stream.depth() - 1);
                }
                event = stream.next();
            }
        } catch (XmlRefused cut) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : name + " (" + namespace + ")";
    }
}
