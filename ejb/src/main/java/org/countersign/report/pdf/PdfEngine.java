package org.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns an XHTML document into a PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
 *
 * <p>The document must carry {@code lang}, a {@code title} and the {@code meta} names {@code subject} (or
 * {@code description}) and {@code author}; {@link DocumentPage} writes such documents. Only the embedded Source Sans 3
 * family is used. Characters it lacks are printed as □.
 *
 * <p>Nothing outside the document is ever read: no file, no address, no data URI, no document type. The same document
 * and instant give the same bytes. Instances are immutable and may be shared by threads.
 */
public final class PdfEngine {

    /** The family name that style sheets use for the embedded font. */
    public static final String FONT_FAMILY = "Source Sans 3";

    private static final String PRODUCER = "Countersign";
    private static final Pattern XMP_CREATE_DATE = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    static {
        // The renderer reports every phase at INFO; a server's log wants its warnings only.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final byte[] regular = resource("fonts/SourceSans3-Regular.ttf");
    private final byte[] semibold = resource("fonts/SourceSans3-Semibold.ttf");
    private final byte[] italic = resource("fonts/SourceSans3-It.ttf");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /**
     * Renders the document.
     *
     * @param xhtml     a well-formed XHTML document without a document type declaration
     * @param createdAt the creation date written into the PDF, to the second
     * @return the PDF
     * @throws IllegalArgumentException if the document is not well-formed or declares a document type
     */
    public byte[] render(String xhtml, Instant createdAt) {
        Document document = parse(xhtml);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = builder(document, pdf).toStream(out).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            date(pdf, createdAt);
            // Without a number of its own, the file identifier is made from the time of day.
            pdf.setDocumentId(createdAt.getEpochSecond());
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("PDF could not be written", e);
        }
        return out.toByteArray();
    }

    private PdfRendererBuilder builder(Document document, PDDocument pdf) {
        return new PdfRendererBuilder()
                .withW3cDocument(document, null)
                .usePDDocument(pdf)
                .withProducer(PRODUCER)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(colours)
                .useReplacementText("□")
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useFont(new EmbeddedFont(pdf, regular), FONT_FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(new EmbeddedFont(pdf, italic), FONT_FAMILY, 400, FontStyle.ITALIC, true)
                .useFont(new EmbeddedFont(pdf, semibold), FONT_FAMILY, 700, FontStyle.NORMAL, true);
    }

    /** The renderer dates documents by the wall clock; both places that carry the date must say the same (PDF/A). */
    private static void date(PDDocument pdf, Instant createdAt) throws IOException {
        ZonedDateTime created = createdAt.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
        Calendar calendar = GregorianCalendar.from(created);
        pdf.getDocumentInformation().setCreationDate(calendar);
        var metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        Matcher matcher = XMP_CREATE_DATE.matcher(xmp);
        String dated = matcher.replaceFirst("$1" + created.toInstant() + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("not a well-formed XHTML document: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = PdfEngine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
