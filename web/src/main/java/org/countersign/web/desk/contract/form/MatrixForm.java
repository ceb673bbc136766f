package org.countersign.web.desk.contract.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.PriorityRule;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Urgency;
import org.countersign.web.support.ScreenTexts;

/** The matrix by which impact and urgency make a priority, in words; a form may change it. */
public final class MatrixForm {

    private final List<Row> rows = new ArrayList<>();

    /** The priorities of one impact, by urgency. */
    public record Row(String impact, String label, List<Cell> cells) {}

    /** The priority of an impact and an urgency. */
    public static final class Cell {

        private final String urgency;
        private final String urgencyLabel;
        private final String label;
        private String priority;

        private Cell(String urgency, String urgencyLabel, String label, String priority) {
            this.urgency = urgency;
            this.urgencyLabel = urgencyLabel;
            this.label = label;
            this.priority = priority;
        }

        /** The head of its column. */
        public String getUrgencyLabel() {
            return urgencyLabel;
        }

        /** What it is, for those who do not see the table. */
        public String getLabel() {
            return label;
        }

        public String getPriority() {
            return priority;
        }

        public void setPriority(String priority) {
            this.priority = priority;
        }
    }

    public MatrixForm(Map<String, Map<String, String>> matrix, Locale locale) {
        for (String impact : AgreementVocabulary.GRADES) {
            String ofImpact =
                    ScreenTexts.of(locale, "contract.place", ScreenTexts.of(locale, "ticket.impact"), Texts.of(locale, Impact.valueOf(impact)));
            List<Cell> cells = new ArrayList<>();
            for (String urgency : AgreementVocabulary.GRADES) {
                String ofUrgency = ScreenTexts.of(
                        locale, "contract.place", ScreenTexts.of(locale, "ticket.urgency"), Texts.of(locale, Urgency.valueOf(urgency)));
                cells.add(new Cell(urgency, ofUrgency, ofImpact + ", " + ofUrgency, matrix.get(impact).get(urgency)));
            }
            rows.add(new Row(impact, ofImpact, cells));
        }
    }

    /** Puts the usual priorities in. */
    void usual() {
        rows.forEach(row -> row.cells.forEach(cell -> cell.priority = PriorityRule.USUAL.matrix().get(row.impact).get(cell.urgency)));
    }

    Map<String, Map<String, String>> toMap() {
        Map<String, Map<String, String>> matrix = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells.forEach(cell -> cells.put(cell.urgency, cell.priority));
            matrix.put(row.impact, cells);
        }
        return matrix;
    }

    /** Whether it is the one that a contract has which says none. */
    public boolean isUsual() {
        return toMap().equals(PriorityRule.USUAL.matrix());
    }

    public List<Row> getRows() {
        return rows;
    }
}
