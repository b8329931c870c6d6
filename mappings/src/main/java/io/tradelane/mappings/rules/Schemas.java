package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.xml.XmlSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The XML Schema of a kind of document; compiled when the first of its kind comes. */
final class Schemas {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    /** Since Factur-X 1.07 its widest profile has elements of later directories. */
    private static final String FACTUR_X_EXTENDED = "urn:factur-x.eu:1p0:extended";
    private static final String FACTUR_X_SCHEMA = "/external/schemas/2.4/extended/FACTUR-X_EXTENDED.xsd";
    private static final String CII_SCHEMA = "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";
    /** What the schemas of UBL import by namespace alone. */
    private static final List<String> IMPORTED = List.of(
            "/schemas/CCTS_CCT_SchemaModule.xsd", "/schemas/xmldsig-core-schema.xsd", "/schemas/XAdES01903v132-201601.xsd",
            "/schemas/XAdES01903v141-201601.xsd");

    private static final Map<String, XmlSchema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    /** It is enough to follow one of them. Empty when nobody has published one for such a root element. */
    static List<XmlSchema> of(Claim claim) {
        if (claim.namespace().equals(CII) && claim.root().equals("CrossIndustryInvoice")) {
            return claim.customization().contains(FACTUR_X_EXTENDED) ? List.of(crossIndustry(CII_SCHEMA), crossIndustry(FACTUR_X_SCHEMA))
                    : List.of(crossIndustry(CII_SCHEMA));
        }
        if (!claim.namespace().equals(UBL + claim.root() + "-2")) {
            return List.of();
        }
        String old = ubl(claim.root(), "2.1");
        String file = isOld(claim) && exists(old) ? old : ubl(claim.root(), "2.3");
        return exists(file) ? List.of(COMPILED.computeIfAbsent(file, Schemas::compile)) : List.of();
    }

    private static XmlSchema crossIndustry(String name) {
        return COMPILED.computeIfAbsent(name, file -> XmlSchema.of(List.of(file)));
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
