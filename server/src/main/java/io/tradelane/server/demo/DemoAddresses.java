package io.tradelane.server.demo;

/**
 * Where the demo partners' own systems listen; all on this machine.
 *
 * @param portal base address of the portal
 * @param brightlineErp where Brightline's ERP takes documents by HTTP
 * @param westfieldAs2 where Westfield's AS2 server takes messages
 */
record DemoAddresses(String portal, String brightlineErp, String westfieldAs2) {}
