package org.countersign.report.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF, the industry's reference validator, what a document fails. */
public final class PdfConformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfConformance() {
    }

    /** The failed checks of PDF/UA-1 (ISO 14289-1), each with its clause and place. */
    public static List<String> failuresOfPdfUa1(byte[] pdf) throws Exception {
        return failures(pdf, PDFAFlavour.PDFUA_1);
    }

    /** The failed checks of PDF/A-2a (ISO 19005-2, level A), each with its clause and place. */
    public static List<String> failuresOfPdfA2a(byte[] pdf) throws Exception {
        return failures(pdf, PDFAFlavour.PDFA_2_A);
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, true)) {
            ValidationResult result = validator.validate(parser);
            List<TestAssertion> assertions = result.getTestAssertions();
            if (assertions.isEmpty()) {
                throw new AssertionError("the validator checked nothing");
            }
            List<String> failures = assertions.stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + ": "
                            + each.getMessage() + " at " + each.getLocation().getContext())
                    .toList();
            if (failures.isEmpty() != result.isCompliant()) {
                throw new AssertionError("verdict and checks disagree");
            }
            return failures;
        }
    }
}
