package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countersign.report.model.PriorityPerformance;
import org.countersign.report.model.ServiceReport;
import org.countersign.report.model.TargetCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceReportPdfTest {

    private static final ServiceReportPdf PRINTER = new ServiceReportPdf(new PdfEngine());

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "nl", "pt"})
    void the_report_is_accessible_and_archivable_in_every_language(String language) throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.busy(Locale.forLanguageTag(language), 24));

        assertThat(PdfText.pages(pdf)).isGreaterThan(2);
        assertThat(PdfConformance.failuresOfPdfUa1(pdf)).isEmpty();
        assertThat(PdfConformance.failuresOfPdfA2a(pdf)).isEmpty();
    }

    @Test
    void an_empty_month_is_accessible_and_archivable_and_says_that_nothing_happened() throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.empty(Locale.ENGLISH));

        assertThat(PdfConformance.failuresOfPdfUa1(pdf)).isEmpty();
        assertThat(PdfConformance.failuresOfPdfA2a(pdf)).isEmpty();
        assertThat(PdfText.pages(pdf)).isEqualTo(1);
        assertThat(PdfText.of(pdf)).contains("No tickets were received or worked on in this month.",
                "There are no timesheets of this month.", "No inspection lot was formed in this month.");
    }

    @Test
    void a_plain_pdf_without_tags_is_found_to_be_neither() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(out);
        }

        assertThat(PdfConformance.failuresOfPdfUa1(out.toByteArray())).isNotEmpty();
        assertThat(PdfConformance.failuresOfPdfA2a(out.toByteArray())).isNotEmpty();
    }

    @Test
    void any_text_of_a_customer_still_gives_an_accessible_archivable_document() throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.saying("office flow after tt \uD83D\uDE00 \u4E2D\u6587 \u05E2\u05D1 "
                + "\u0639\u0631 \u202Egnp.exe\u202C \u0000\u0001\u0085 \uD800 \uFEFF\u200B\u00AD\uFFFE\uFB01 \r\n\t"
                + "W".repeat(150)));

        assertThat(PdfConformance.failuresOfPdfUa1(pdf)).isEmpty();
        assertThat(PdfConformance.failuresOfPdfA2a(pdf)).isEmpty();
        assertThat(PdfText.of(pdf)).contains("office flow after tt \u25A1").doesNotContain("\u202E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "#{7*7}", "{0} {1}", "it''s 'quoted'", "<script>alert(1)</script>", "&lt;b&gt; & <b>",
            "<img src=\"file:///etc/passwd\"/>", "]]></style><p>"})
    void template_and_markup_characters_are_printed_literally(String text) throws Exception {
        String printed = PdfText.of(PRINTER.render(SampleReports.saying(text)));

        assertThat(printed).contains(text + " · " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | Service report January 2026 | 1 Jan 2026 – 31 Jan 2026 | 1,234 | 97.2% | 25 h 10 min | Page 1 of 3",
            "hu | Szolgáltatási jelentés 2026. január | 2026. jan. 1. – 2026. jan. 31. | 1 234 | 97,2% | 25 ó 10 p | 1. oldal, összesen 3",
            "nl | Servicerapport Januari 2026 | 1 jan. 2026 – 31 jan. 2026 | 1.234 | 97,2% | 25 u 10 min | Pagina 1 van 3",
            "pt | Relatório de serviço Janeiro de 2026 | 01/01/2026 – 31/01/2026 | 1 234 | 97,2% | 25 h 10 min | Página 1 de 3"})
    void words_numbers_and_dates_are_written_as_the_language_writes_them(String language, String title, String period,
            String number, String percent, String duration, String page) throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.busy(Locale.forLanguageTag(language), 14));

        assertThat(withoutAbbreviations(PdfText.of(pdf))).contains(title, withoutAbbreviations(period), number, percent, duration);
        assertThat(PdfText.byLine(pdf)).contains(page);
    }

    /** Whether Dutch has a full stop after a month's short name depends on the locale data of the JDK: 17 writes one, 25 does not. */
    private static String withoutAbbreviations(String text) {
        return text.replace("jan. ", "jan ");
    }

    @Test
    void a_language_that_is_not_written_is_answered_in_english() throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.empty(Locale.FRENCH));

        assertThat(PdfText.of(pdf)).contains("The month in figures");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void instants_are_shown_in_the_zone_of_the_contract() throws Exception {
        // Received 07:31 UTC, an hour later in Budapest.
        assertThat(PdfText.of(PRINTER.render(SampleReports.busy(Locale.ENGLISH, 9))))
                .contains("5 Jan 2026 08:31").doesNotContain("5 Jan 2026 07:31");
    }

    @Test
    void a_period_that_was_cut_off_is_said_to_be_so_and_a_whole_one_is_not() throws Exception {
        String sentence = "The month was still running when this report was made.";

        assertThat(PdfText.of(PRINTER.render(SampleReports.saying("x")))).contains(sentence, "1 Feb 2026, 03:00");
        assertThat(PdfText.of(PRINTER.render(SampleReports.empty(Locale.ENGLISH)))).doesNotContain(sentence);
    }

    @Test
    void title_language_and_bookmarks_are_there_for_readers_and_archives() throws Exception {
        try (PDDocument document = Loader.loadPDF(PRINTER.render(SampleReports.busy(Locale.forLanguageTag("hu"), 9)))) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Szolgáltatási jelentés, 2026. január: Operations desk and field support");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SampleReports.GENERATED);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("hu");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).containsExactly("A hónap számokban", "Szolgáltatási szintek", "Megoldási idő", "Jegyek",
                    "Munkaidő", "Munkaidő-kimutatások", "Minőség-ellenőrzés");
        }
    }

    @Test
    void every_font_is_embedded() throws Exception {
        try (PDDocument document = Loader.loadPDF(PRINTER.render(SampleReports.busy(Locale.ENGLISH, 9)))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().contains("SourceSans3"));
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        ServiceReport report = SampleReports.busy(Locale.ENGLISH, 14);

        assertThat(PRINTER.render(report)).isEqualTo(new ServiceReportPdf(new PdfEngine()).render(report));
    }

    @Test
    void a_long_list_repeats_its_headers_on_every_page_and_loses_no_ticket() throws Exception {
        byte[] pdf = PRINTER.render(SampleReports.busy(Locale.ENGLISH, 100));

        String all = PdfText.of(pdf);
        IntStream.range(0, 100).forEach(i -> assertThat(all).containsOnlyOnce(String.format("B-2026-%05d", 118 + i)));
        int listed = 0;
        for (String page : pages(pdf)) {
            if (page.contains("B-2026-")) {
                listed++;
                assertThat(page).contains("Number Summary Prio. Received Resolved Accepted by Response Resolution");
            }
        }
        assertThat(listed).isGreaterThan(3);
    }

    @Test
    void the_headers_of_the_list_never_stand_alone_at_the_foot_of_a_page() throws Exception {
        for (int more = 0; more < 12; more++) {
            for (String page : pages(PRINTER.render(withMorePriorities(more)))) {
                if (page.contains("Number Summary Prio.")) {
                    assertThat(page).as("%d more rows above", more).contains("B-2026-");
                }
            }
        }
    }

    private static ServiceReport withMorePriorities(int more) {
        ServiceReport report = SampleReports.busy(Locale.ENGLISH, 9);
        List<PriorityPerformance> priorities = new ArrayList<>(report.priorities());
        for (int i = 0; i < more; i++) {
            priorities.add(new PriorityPerformance("P5", 1, new TargetCount(1, 0), new TargetCount(1, 0)));
        }
        Instant generated = report.generatedAt();
        return new ServiceReport(report.contractCode(), report.contractName(), report.organisation(), report.month(),
                report.language(), report.zone(), generated, null, report.figures(), priorities, report.speeds(), report.tickets(),
                report.work(), report.timesheets(), report.lots());
    }

    private static List<String> pages(byte[] pdf) throws Exception {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }
}
