package io.tradelane.mappings.syntax.edifact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each byte means to the scanner, by service characters and character set; the usual tables are kept. Behind the
 * 256 kinds stands for each byte 0 if it is plain data, else 1.
 */
final class ByteClasses {

    /** From here on a table says what is a mark. */
    static final int MARKS = 256;

    static final byte DATA = 0;
    static final byte COMPONENT = 1;
    static final byte ELEMENT = 2;
    static final byte REPETITION = 3;
    static final byte TERMINATOR = 4;
    static final byte RELEASE = 5;
    static final byte BREAK = 6;
    static final byte FOREIGN = 7;
    static final byte MULTI = 8;

    /** Beyond that somebody plays with UNA. */
    private static final int KEPT = 64;

    private static final Map<Long, byte[]> TABLES = new ConcurrentHashMap<>();

    /** Of an interchange as it is before its UNA and UNB have been read. */
    static final byte[] USUAL = of(ServiceString.DEFAULT, CharacterSet.UNOC);

    private ByteClasses() {}

    /** Not to be written to. */
    static byte[] of(ServiceString service, CharacterSet characters) {
        Long key = (long) characters.ordinal() << 6 * Byte.SIZE | service.packed();
        byte[] table = TABLES.get(key);
        if (table == null) {
            table = make(service, characters);
            if (TABLES.size() < KEPT) {
                TABLES.put(key, table);
            }
        }
        return table;
    }

    private static byte[] make(ServiceString service, CharacterSet characters) {
        byte[] classes = new byte[2 * MARKS];
        for (int b = 0; b < 256; b++) {
            boolean multi = b >= 0x80 && characters.isMultiByte();
            classes[b] = multi ? MULTI : characters.isForeign(b) ? FOREIGN : DATA;
        }
        classes['\r'] = BREAK;
        classes['\n'] = BREAK;
        put(classes, service.component(), COMPONENT);
        put(classes, service.element(), ELEMENT);
        put(classes, service.release(), RELEASE);
        put(classes, service.repetition(), REPETITION);
        put(classes, service.terminator(), TERMINATOR);
        for (int b = 0; b < MARKS; b++) {
            classes[MARKS + b] = (byte) (classes[b] == DATA ? 0 : 1);
        }
        return classes;
    }

    private static void put(byte[] classes, byte character, byte kind) {
        if (character != 0) {
            classes[character & 0xff] = kind;
        }
    }
}
