/** The OData door: an ERP's entities, read by change tokens and written by POST or PATCH (OData 4.01 and 2.0). */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.odata;
