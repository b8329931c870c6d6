package io.tradelane.mappings.table;

import java.io.IOException;

/** There is more than may be read. */
final class TableTooLarge extends IOException {}
