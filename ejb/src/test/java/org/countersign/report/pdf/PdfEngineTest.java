package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfEngineTest {

    private static final Instant NOW = Instant.parse("2026-02-01T02:00:07.5Z");

    private final PdfEngine engine = new PdfEngine();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private HttpServer server;
    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nothing_is_fetched_from_the_network() throws Exception {
        engine.render(documentThatReaches(address()), NOW);

        assertThat(fetched).isEmpty();
    }

    @Test
    void without_the_guard_the_same_document_would_reach_the_network() throws Exception {
        new PdfRendererBuilder().withHtmlContent(documentThatReaches(address()), null)
                .toStream(new ByteArrayOutputStream()).run();

        assertThat(fetched).contains("/image.png", "/sheet.css", "/import.css", "/background.png");
    }

    @Test
    void no_file_is_read() throws Exception {
        Path image = folder.resolve("secret.png");
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        assertThat(Files.size(image)).isPositive();
        String document = document("", "<p><img alt=\"x\" src=\"" + image.toUri() + "\"/></p>");

        ByteArrayOutputStream unguarded = new ByteArrayOutputStream();
        new PdfRendererBuilder().withHtmlContent(document, null).toStream(unguarded).run();

        assertThat(images(unguarded.toByteArray())).as("images without the guard").isEqualTo(1);
        assertThat(images(engine.render(document, NOW))).isZero();
    }

    @Test
    void a_document_type_and_with_it_every_external_entity_is_refused() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String document = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + document("", "<p>&x;</p>");

        assertThatThrownBy(() -> engine.render(document, NOW)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void a_document_that_is_not_well_formed_is_refused() {
        assertThatThrownBy(() -> engine.render("<html><body><p></body></html>", NOW))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a well-formed");
    }

    @Test
    void the_creation_date_is_the_given_one_to_the_second() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(engine.render(document("", "<p>x</p>"), NOW))) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-02-01T02:00:07Z"));
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"))
                    .contains("<xmp:CreateDate>2026-02-01T02:00:07Z</xmp:CreateDate>");
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String documentThatReaches(String address) {
        return document("<link rel=\"stylesheet\" href=\"" + address + "/sheet.css\"/>"
                        + "<style>@import url(" + address + "/import.css);"
                        + "@font-face { font-family: F; src: url(" + address + "/font.ttf) }"
                        + "p { font-family: F; background-image: url(" + address + "/background.png) }</style>",
                "<p>text</p><p><img alt=\"x\" src=\"" + address + "/image.png\"/></p>"
                        + "<object type=\"image/png\" data=\"" + address + "/object.png\"></object>");
    }

    private static String document(String head, String body) {
        return "<html lang=\"en\"><head><title>t</title><meta name=\"subject\" content=\"s\"/>" + head
                + "<style>body { font-family: '" + PdfEngine.FONT_FAMILY + "' }</style></head><body>" + body
                + "</body></html>";
    }

    private static int images(byte[] pdf) throws Exception {
        int images = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    images += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return images;
    }
}
