/** The JMS door: two queues for each partner on the hub's broker, one to send through and one to receive from. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.jms;
