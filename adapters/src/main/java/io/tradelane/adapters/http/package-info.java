/** The HTTP door: {@code POST /api/v1/interchanges} for documents of every format, and the same towards a partner's address. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.http;
