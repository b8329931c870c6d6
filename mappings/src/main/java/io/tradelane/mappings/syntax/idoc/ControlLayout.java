package io.tradelane.mappings.syntax.idoc;

/** Control records: EDI_DC40 of release 4 and later, EDI_DC of release 3; what stands before the data of a record. */
final class ControlLayout {
    /** The name under which a control record is kept, whichever it was. */
    static final String TYPE = "EDI_DC40";

    static final SegmentLayout EDI_DC40 = SegmentLayout.of(TYPE, TYPE, "Control record", "控制记录",
            "TABNAM 10, MANDT 3, DOCNUM 16, DOCREL 4, STATUS 2, DIRECT 1, OUTMOD 1, EXPRSS 1, TEST 1, IDOCTYP 30, CIMTYP 30, MESTYP 30, "
                    + "MESCOD 3, MESFCT 3, STD 1, STDVRS 6, STDMES 6, SNDPOR 10, SNDPRT 2, SNDPFC 2, SNDPRN 10, SNDSAD 21, SNDLAD 70, "
                    + "RCVPOR 10, RCVPRT 2, RCVPFC 2, RCVPRN 10, RCVSAD 21, RCVLAD 70, CREDAT d8, CRETIM t6, REFINT 14, REFGRP 14, "
                    + "REFMES 14, ARCKEY 70, SERIAL 20");
    static final SegmentLayout EDI_DC = SegmentLayout.of("EDI_DC", "EDI_DC", "Control record", "控制记录",
            "TABNAM 10, MANDT 3, DOCNUM 16, DOCREL 4, STATUS 2, DOCTYP 8, DIRECT 1, RCVPOR 10, RCVPRT 2, RCVPRN 10, RCVSAD 21, RCVLAD 70, "
                    + "STD 1, STDVRS 6, STDMES 6, MESCOD 3, MESFCT 3, OUTMOD 1, TEST 1, SNDPOR 10, SNDPRT 2, SNDPRN 10, SNDSAD 21, SNDLAD 70, "
                    + "REFINT 14, REFGRP 14, REFMES 14, ARCKEY 70, CREDAT d8, CRETIM t6, MESTYP 6, IDOCTYP 8, CIMTYP 8, RCVPFC 2, SNDPFC 2, "
                    + "SERIAL 20, EXPRSS 1");

    /** EDI_DC40 without line ends is as long as this, EDI_DD40 as its head and 1000. */
    static final int CONTROL = 524;

    static final int DATA = 1000;
    static final int HEAD = 63;
    /** EDI_DD of release 3: a name of 10, and two more behind the level. */
    static final int OLD_HEAD = 45;

    static final int OLD_CONTROL = 464;

    private ControlLayout() {}
}
