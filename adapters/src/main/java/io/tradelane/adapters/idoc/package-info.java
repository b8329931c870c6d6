/** The IDoc door: SAP posts IDocs to us, and takes ours, over HTTP(S), in XML or flat. As files they go by the doors for files. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.idoc;
