package org.countersign.report.pdf;

import static org.countersign.report.pdf.Markup.element;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose every cell has its headers: a column header with {@code scope="col"} per column, and the first cell of a
 * row as {@code scope="row"}. The column headers are repeated on every page that the table continues on.
 */
public final class TableMarkup {

    /**
     * One column.
     *
     * @param heading text of the header cell
     * @param width   width of its text in millimetres, without the padding; 0 to share what the others leave
     * @param style   class of its cells, e.g. {@code number} for figures, or empty
     */
    public record Column(String heading, int width, String style) {
    }

    private final String style;
    private final List<Column> columns;
    private final Markup body = element("tbody");

    /** @param style class of the table, or empty */
    public TableMarkup(String style, List<Column> columns) {
        this.style = style;
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row of texts.
     *
     * @throws IllegalArgumentException if there is not one text per column
     */
    public TableMarkup row(String... texts) {
        return row("", texts);
    }

    /** Adds a row of texts in a class of its own, e.g. {@code total}. */
    public TableMarkup row(String rowStyle, List<String> texts) {
        return row(rowStyle, texts.toArray(String[]::new));
    }

    private TableMarkup row(String rowStyle, String[] texts) {
        List<Markup> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(element("span", text));
        }
        return cells(rowStyle, cells);
    }

    /** Adds a row of inline elements, one per column. */
    public TableMarkup cells(String rowStyle, List<Markup> contents) {
        if (contents.size() != columns.size()) {
            throw new IllegalArgumentException(contents.size() + " cells for " + columns.size() + " columns");
        }
        Markup row = styled(element("tr"), rowStyle);
        for (int i = 0; i < columns.size(); i++) {
            Markup cell = i == 0 ? element("th").attribute("scope", "row") : element("td");
            row.add(styled(cell, columns.get(i).style()).add(contents.get(i)));
        }
        body.add(row);
        return this;
    }

    public Markup toMarkup() {
        Markup header = element("tr");
        for (Column column : columns) {
            Markup cell = styled(element("th", column.heading()).attribute("scope", "col"), column.style());
            if (column.width() > 0) {
                cell.attribute("style", "width: " + column.width() + "mm");
            }
            header.add(cell);
        }
        return styled(element("table"), style).add(element("thead").add(header), body);
    }

    private static Markup styled(Markup element, String style) {
        return style.isEmpty() ? element : element.attribute("class", style);
    }
}
