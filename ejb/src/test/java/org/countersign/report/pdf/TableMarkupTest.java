package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.countersign.report.pdf.TableMarkup.Column;
import org.junit.jupiter.api.Test;

class TableMarkupTest {

    private final TableMarkup table = new TableMarkup("", List.of(new Column("Week", 22, ""), new Column("Time", 0, "number")));

    @Test
    void every_cell_has_a_column_header_and_every_row_a_row_header() {
        assertThat(table.row("2026-W05", "1 h").toMarkup()).hasToString("<table><thead><tr>"
                + "<th scope=\"col\" style=\"width: 22mm\">Week</th><th scope=\"col\" class=\"number\">Time</th>"
                + "</tr></thead><tbody><tr><th scope=\"row\"><span>2026-W05</span></th>"
                + "<td class=\"number\"><span>1 h</span></td></tr></tbody></table>");
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_refused() {
        assertThatThrownBy(() -> table.row("2026-W05")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.row("2026-W05", "1 h", "2 h")).isInstanceOf(IllegalArgumentException.class);
    }
}
