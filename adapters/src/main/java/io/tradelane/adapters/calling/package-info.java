/** What doors share that call a partner's web service: where they may go, who they say they are, how answers are paged and mapped. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.calling;
