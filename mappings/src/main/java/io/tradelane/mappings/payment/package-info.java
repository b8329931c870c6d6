/**
 * Payment: what a payment pays (UN/EDIFACT REMADV) and the bank's word that money moved (UN/EDIFACT CREMUL and DEBMUL,
 * ISO 20022 camt.054).
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.payment;
