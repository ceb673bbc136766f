package org.countersign.report.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A TrueType font that is embedded, as a subset, in the one document that uses it.
 *
 * <p>Ligatures are off: PDFBox would print "ft" as one glyph that no table of the font maps back to its letters, so the
 * text could be neither read aloud nor searched (PDF/UA-1 7.21.7, PDF/A-2 6.2.11.7).
 */
final class EmbeddedFont extends PDFontSupplier {

    private final PDDocument pdf;
    private final byte[] trueType;

    EmbeddedFont(PDDocument pdf, byte[] trueType) {
        super(null);
        this.pdf = pdf;
        this.trueType = trueType;
    }

    @Override
    public PDFont supply() {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(trueType));
            pdf.registerTrueTypeFontForClosing(font);
            font.setEnableGsub(false);
            return PDType0Font.load(pdf, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
