/** Companies on their way in: invitation, wizard, sandbox, certification, live. */
@NullMarked
package io.tradelane.portal.onboarding;

import org.jspecify.annotations.NullMarked;
