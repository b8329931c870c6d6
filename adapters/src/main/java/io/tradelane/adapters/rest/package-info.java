/** The REST door: any service with JSON, such as a CRM. Paths, pages, marks of changes and mappings are declared in the channel's row. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.rest;
