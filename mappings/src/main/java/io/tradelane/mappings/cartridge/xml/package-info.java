/**
 * Our Smooks cartridge for XML: a Smooks resource list declares which path of a document goes to which field of a
 * {@link io.tradelane.mappings.cartridge.Row}. It is compiled once and run while the document is read; what it does
 * not name is skipped. The same declaration writes. The one for EDIFACT is its sister.
 *
 * <pre>{@code
 * <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
 *                       xmlns:x="https://tradelane.io/xsd/smooks/xml-1.0.xsd"
 *                       xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
 *                       xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
 *   <x:document name="ubl-order" root="Order" namespace="urn:oasis:names:specification:ubl:schema:xsd:Order-2">
 *     <x:constant at="cbc:CustomizationID" value="urn:fdc:peppol.eu:poacc:trns:order:3"/> <!-- written, not read -->
 *     <x:field name="number"    at="cbc:ID" required="true" max="35"/>
 *     <x:field name="issueDate" at="cbc:IssueDate" type="date"/>
 *     <x:field name="notes"     at="cbc:Note" join="&#10;"/>             <!-- all of them; cut apart again -->
 *     <x:rows  name="parties"   at="cac:BuyerCustomerParty/cac:Party">
 *       <x:given name="role" value="BY"/>                                <!-- what the place means -->
 *       <x:use fragment="party"/>
 *     </x:rows>
 *     <x:rows  name="parties"   at="cac:SellerSupplierParty/cac:Party">  <!-- the same kind of rows -->
 *       <x:given name="role" value="SU"/>
 *       <x:use fragment="party"/>
 *     </x:rows>
 *     <x:rows  name="lines"     at="cac:OrderLine" required="true">
 *       <x:within at="cac:LineItem">                                     <!-- saves repeating the step -->
 *         <x:field name="number"   at="cbc:ID" required="true"/>
 *         <x:field name="quantity" at="cbc:Quantity" type="decimal"/>
 *         <x:field name="unit"     at="cbc:Quantity/@unitCode"/>
 *         <x:field name="gtin"     at="cac:Item/cac:StandardItemIdentification/cbc:ID[@schemeID='0160']"/>
 *       </x:within>
 *     </x:rows>
 *   </x:document>
 *   <x:fragment name="party">                                            <!-- also from another resource -->
 *     <x:field name="name" at="cac:PartyName/cbc:Name"/>
 *     <x:field name="vat"  at="cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID"/>
 *   </x:fragment>
 * </smooks-resource-list>
 * }</pre>
 *
 * <p>Documents:
 *
 * <ul>
 *   <li>{@code root}: its local name, or several with {@code |}; the first is written. {@code namespace} is that of the
 *       root, and of all steps without a prefix, as written. With a prefix in {@code root} ({@code
 *       order:orderMessage}) that is the root's namespace, and steps without prefix have none. {@code namespaces} is a
 *       regular expression for reading, when there are others: {@code urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d}.
 *   <li>{@code holds="Request/OrderRequest"}: one of these elements, by local names, stands in the first 64 KiB; to tell
 *       documents with the same root apart. One that says so comes before one that does not.
 *   <li>{@code doctype="ignored"}: a document type declaration that only names an external one is passed over, never
 *       fetched. {@code systemId} writes one.
 *   <li>{@code lengths} names a properties file with the characters that elements and attributes may have at most, by their names
 *       ({@code NAME}, {@code @name}) or with that of the element around them ({@code PARENT/NAME}): what is written there and has no {@code max} of its own keeps to it.
 * </ul>
 *
 * <p>Paths:
 *
 * <ul>
 *   <li>Steps from the document's root element, or from the element of the enclosing {@code rows} or {@code within};
 *       prefixes are those of the resource file. Reading goes by local names, and by namespaces only where two steps
 *       differ in nothing else. {@code .} is the element itself, {@code @name} at the end an attribute.
 *   <li>{@code [@a='x']}, {@code [child='x']}, {@code [child/@a='x']}, {@code [.='x']}: a condition on an attribute or a
 *       text; {@code 'x|y'} allows either, {@code !=} neither. One on a child holds also when the child comes after the
 *       value. Writing makes the first value: of an attribute with its element, of a child before what else is in the
 *       element, of something deeper behind it; or where a {@code constant} with the same path puts it.
 *   <li>{@code [2]}: the second of its name, and of its conditions on attributes, in its parent.
 *   <li>{@code a|b}: the first that is there, in this order, not that of the document; the first is written.
 * </ul>
 *
 * <p>Fields:
 *
 * <ul>
 *   <li>{@code type}: {@code string} (default), {@code decimal}, {@code integer}, {@code boolean}, {@code date}, {@code
 *       dateTime}. Dates are read in the forms of XML Schema, as eight, twelve or fourteen digits, and by {@code
 *       pattern}, which also writes them: {@code yyyyMMdd}, or a code of data element 2379 such as {@code 102}, which
 *       stands in an attribute {@code format} of the element and is obeyed when it says otherwise. A zone is kept:
 *       {@code row.dateTime(name, otherwise)}.
 *   <li>{@code required}, {@code max} (characters), {@code codes="A B C"} give findings with line, column and XPath; a
 *       value that is too long or no code is kept, one that is no number or date is not. What is required below {@code
 *       within} or {@code use} is so where their element is there. Writing refuses what is missing or too long.
 *   <li>A value repeated for one field: the first stays, or all are joined by {@code join}. With {@code max} writing cuts
 *       the text into pieces of that length.
 *   <li>{@code empty="true"}: an empty text of the row is written, for what a schema demands and a document does not have;
 *       otherwise it is left out like one that is not there.
 *   <li>{@code use="read"} or {@code use="write"} on any declaration restricts it to one direction.
 * </ul>
 *
 * <p>Rows: one for each element that the last step of {@code at} finds. The same name may stand at several places, whose
 * fields are united; {@code given} sets a field by the place, and says when writing which rows belong there. With {@code
 * stream="true"} each is given to a {@link io.tradelane.mappings.cartridge.xml.RowHandler} and not kept.
 *
 * <p>Writing: elements in the order of the declarations; steps that are equal with their conditions make one element,
 * at the place of the first. Only the last step of {@code rows} repeats. An element without a value is left out; one
 * that is all constants is written whenever the element around it is.
 *
 * <p>Visitors of Smooks' own cartridges in the same resource list see an element {@code document} and one for each row,
 * named as the rows are, with the fields as attributes, when the document has been read; rows that were handed over are
 * not among them. The row is the bean of the document's name. Smooks starts only for a resource that has visitors.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.cartridge.xml;
