package io.tradelane.portal.access;

import io.tradelane.portal.access.EndpointRules.Rule;
import java.util.List;

/** What anybody may ask for, and what everybody may who is signed in. */
final class OpenRules {
    static final List<Rule> TABLE = List.of(
            // Anybody
            open("GET", "/sign-in"),
            open("POST", "/sign-in"),
            open("POST", "/preferences/language"),
            open("POST", "/preferences/theme"),
            open("GET", "/invitations/{token}"),
            open("POST", "/invitations/{token}"),
            open("GET", "/verification"), // of a signed contract, for whoever holds the file
            open("POST", "/verification"),
            open("GET", "/join/{token}"), // the token is the key
            open("POST", "/join/{token}"),
            open("GET", "/sign-in/code"), // for whoever has shown her password
            open("POST", "/sign-in/code"),
            open("GET", "/sign-in/second-factor"),
            open("POST", "/sign-in/second-factor"),
            open("GET", "/password"),
            open("POST", "/password"),
            open("GET", "/password/{token}"), // the token is the key
            open("POST", "/password/{token}"),
            open("GET", "/register"),
            open("POST", "/register"),
            open("GET", "/applications/{token}"), // the token is the key
            open("POST", "/applications/{token}"),
            open("POST", "/applications/{token}/confirmation"),
            open("POST", "/applications/{token}/documents"),
            open("POST", "/applications/{token}/documents/{document}/removal"),
            open("POST", "/applications/{token}/submission"),
            open("GET", "/assets/**"),
            open("GET", "/favicon.ico"),
            open("GET", "/service-worker.js"),
            open("GET", "/offline"),
            open("GET", "/error"),
            open("GET", "/actuator/health/**"),
            open("GET", "/api/docs"),
            open("POST", "/as2/**"), // the door checks the signature itself
            open("POST", "/api/v1/webhooks/{channel}"), // the door checks the signature itself
            open("POST", "/api/v1/idocs/{channel}"), // the door checks user and password, or who is signed in
            open("POST", "/api/v1/oauth/token"), // the endpoint authenticates the client itself
            open("POST", "/api/v1/oauth/revocation"), // likewise
            open("POST", "/api/v1/punch-out"), // the shared secret is in the cXML
            open("GET", "/api/v1/oci"), // user and password are among the parameters
            open("POST", "/api/v1/oci"),
            open("GET", "/shop/start"), // from here on the cookie of the shopping session
            open("GET", "/shop"),
            open("GET", "/shop/cart"),
            open("POST", "/shop/items/{article}"),
            open("POST", "/shop/transfer"),
            open("GET", "/certificate-confirmations/{token}"), // the token is the key
            open("POST", "/certificate-confirmations/{token}"),
            open("GET", "/services/**"), // the published WSDL
            open("POST", "/services/**"), // the door reads the key from WS-Security, Basic or Bearer
            // Everybody who is signed in
            signedIn("POST", "/sign-out"),
            signedIn("POST", "/preferences/organisation"),
            signedIn("GET", "/events"),
            signedIn("GET", "/account"),
            signedIn("POST", "/account/password"),
            signedIn("POST", "/account/sessions/removal"),
            signedIn("POST", "/account/sessions/removal-of-others"),
            signedIn("GET", "/account/second-factor"),
            signedIn("POST", "/account/second-factor"),
            signedIn("POST", "/account/second-factor/codes"),
            signedIn("POST", "/account/second-factor/removal"));

    private OpenRules() {}

    private static Rule open(String method, String pattern) {
        return Rule.of(method, pattern, true, null);
    }

    private static Rule signedIn(String method, String pattern) {
        return Rule.of(method, pattern, false, null);
    }
}
