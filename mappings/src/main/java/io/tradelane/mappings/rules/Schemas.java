package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.xml.XmlSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The XML Schema of a kind of document; compiled when the first of its kind comes. */
final class Schemas {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private static final String CII_SCHEMA = "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";
    /** What the schemas of UBL import by namespace alone. */
    private static final List<String> IMPORTED = List.of(
            "/schemas/CCTS_CCT_SchemaModule.xsd", "/schemas/xmldsig-core-schema.xsd", "/schemas/XAdES01903v132-201601.xsd",
            "/schemas/XAdES01903v141-201601.xsd");

    private static final Map<String, XmlSchema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Empty when nobody has published one for such a root element. */
    static Optional<XmlSchema> of(Claim claim) {
        if (claim.namespace().equals(CII) && claim.root().equals("CrossIndustryInvoice")) {
            return Optional.of(COMPILED.computeIfAbsent(CII_SCHEMA, file -> XmlSchema.of(List.of(file))));
        }
        if (!claim.namespace().equals(UBL + claim.root() + "-2")) {
            return Optional.empty();
        }
        String old = ubl(claim.root(), "2.1");
        String file = isOld(claim) && exists(old) ? old : ubl(claim.root(), "2.3");
        return exists(file) ? Optional.of(COMPILED.computeIfAbsent(file, Schemas::compile)) : Optional.empty();
    }

    /** UBL 2.3 accepts what 2.0 to 2.2 do; who says 2.1, or the profile of EN 16931 that is bound to it, has no more. */
    private static boolean isOld(Claim claim) {
        return claim.version().equals("2.0") || claim.version().equals("2.1")
                || claim.version().isEmpty() && claim.customization().startsWith("urn:cen.eu:en16931");
    }

    private static String ubl(String root, String version) {
        return "/external/schemas/ubl" + version.replace(".", "") + "/maindoc/UBL-" + root + "-" + version + ".xsd";
    }

    private static boolean exists(String resource) {
        return Schemas.class.getResource(resource) != null;
    }

    private static XmlSchema compile(String file) {
        List<String> all = new java.util.ArrayList<>(IMPORTED);
        all.add(file);
        return XmlSchema.of(all);
    }
}
