/**
 * Our Smooks cartridge for EDIFACT and X12: a Smooks resource list declares which place of a message goes to which field, the
 * cartridge compiles that once and runs it while the bytes are scanned.
 *
 * <p>One resource per message, for reading and writing:
 *
 * <pre>{@code
 * <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
 *                       xmlns:edi="https://tradelane.io/xsd/smooks/edifact-1.0.xsd">
 *   <edi:message type="ORDERS" directories="D96A D01B" name="order">
 *     <edi:field name="kind"       at="BGM/1001"/>
 *     <edi:field name="number"     at="BGM/1004"/>
 *     <edi:field name="issueDate"  at="DTM[2005=137]/2380" type="date"/>
 *     <edi:field name="currency"   at="CUX[6347=2]/6345"/>         <!-- CUX leads a segment group: named by its leader -->
 *     <edi:constant                at="CUX[6347=2]/6343" value="9"/> <!-- written, not read -->
 *     <edi:field name="note"       at="FTX[4451=AAI]/4440" join=" "/> <!-- all 4440 of the segment, and of later ones -->
 *     <edi:rows  name="parties" at="NAD">                           <!-- one row for each instance of the group NAD leads -->
 *       <edi:field name="role"     at="NAD/3035"/>
 *       <edi:field name="id"       at="NAD/3039"/>
 *       <edi:field name="agency"   at="NAD/C082/3055"/>
 *       <edi:field name="vat"      at="RFF[1153=VA]/1154"/>
 *     </edi:rows>
 *     <edi:rows  name="lines" at="LIN">
 *       <edi:field name="number"   at="LIN/1082"/>
 *       <edi:rows  name="articles" at="PIA">                        <!-- a segment that repeats: one row for each -->
 *         <edi:field name="id"     at="PIA/7140"/>
 *         <edi:field name="kind"   at="PIA/7143"/>
 *       </edi:rows>
 *       <edi:field name="quantity" at="QTY[6063=21]/6060" type="decimal"/>
 *       <edi:field name="price"    at="PRI[5125=AAA]/5118" type="decimal"/>
 *     </edi:rows>
 *     <edi:constant at="UNS/0081" value="S"/>
 *     <edi:count    at="CNT[6069=2]/6066" of="lines"/>
 *   </edi:message>
 * </smooks-resource-list>
 * }</pre>
 *
 * <ul>
 *   <li>{@code at} is a path from the message, or from the group of the enclosing {@code rows}: segment tags downwards
 *       (a tag that leads a group stands for the group; {@code RFF[1153=ON]/DTM[2005=171]/2380} is the date inside
 *       that RFF's group), then a data element by its number, with its composite in front where the number alone is
 *       ambiguous, and {@code [n]} behind it for its n-th occurrence in the segment: {@code PIA/7140[2]}. So one
 *       resource fits the directories in which the numbers are the same. {@code TAX#2} is the second of several
 *       places with this tag on one level.
 *   <li>{@code directories} of the message: those it is for, as names, ranges ({@code D96B-D21B}) or {@code *}; a service
 *       message such as CONTRL fits in all its versions. On a declaration: it counts in these only. The same rows may be
 *       declared again for other directories or the other direction; they are the same rows to Java. What a directory does not have is passed over
 *       there; {@link io.tradelane.mappings.cartridge.EdifactCartridge#problems} tells a test.
 *   <li>{@code association="EAN"} on the message: it counts where UNH 0057 begins so; {@code partner="4012345500004:14"}:
 *       where this is the other side's address in UNB. Of several resources for a message that of the partner counts, then
 *       that of the longest association, then that for everybody.
 *   <li>{@code <edi:include block="item"/>} stands for the declarations of a block with this name in the file that {@code
 *       blocks} on the message names, for what many messages have alike.
 *   <li>{@code [6063=21|1]} reads either; writing uses the first.
 *   <li>{@code type}: {@code string} (default), {@code decimal}, {@code integer}, {@code date}, {@code dateTime}.
 *       Dates obey the format qualifier 2379 beside them; written as 102 or 203.
 *   <li>A value repeated for one field: the first stays, or all are joined by {@code join}.
 *   <li>{@code values="ZBY=BY ZSU=SU"} on a field of type {@code string}: what was sent as ZBY is read as BY.
 *   <li>{@code use="read"} or {@code use="write"} on any declaration restricts it to one direction. Fields of the same
 *       segment and condition are written into one segment; segments are written in the order of the message, and one
 *       that has no field value is left out ({@code constant} alone: written when it has no condition; with a
 *       condition, only beside a field). {@code join} fields are cut and spread over the occurrences when written.
 *   <li>Visitors of Smooks' own cartridges in the same resource list see the events {@code interchange},
 *       {@code message}, {@code group} and, where {@code edi:message} says {@code segments="LIN NAD"}, these segments
 *       with their components as attributes ({@code e3.1}), when the message has been read; its row is the bean of the
 *       message's name. Smooks starts only for a resource that has visitors.
 * </ul>
 *
 * <p>X12 sets are declared the same way, with {@code type} being ST01 and {@code directories="*"}. Their elements are named by
 * where they stand, which is how the standard speaks of them: {@code BEG/03}, {@code POC/05-01} for a component,
 * {@code N1[01=BY]/N4/01} for the city in the loop that such an N1 leads. Dates have no format beside them; numbers with implied
 * decimals (N2) are given as they are sent.
 *
 * <p>Java sees {@link io.tradelane.mappings.cartridge.Row rows}: {@code row.text("number")},
 * {@code row.rows("lines")}, and builds them the same way to write.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.cartridge;
