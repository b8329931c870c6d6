/**
 * SAP IDocs, flat (control and data records as the file port writes them) or XML: both become the same tree of segments by their
 * types (E1EDK01, never E2EDK01005). Layouts and structures of the basic types are the resources beside it.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.idoc;
