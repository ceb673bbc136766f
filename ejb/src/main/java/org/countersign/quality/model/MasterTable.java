package org.countersign.quality.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One master table of single sampling plans, read from a text laid out like the printed page: a row per code letter with its
 * sample size, a column per AQL, in each cell {@code Ac/Re} or an arrow. Keeping the page rather than the resolved plans lets
 * a person compare it with the standard, cell by cell.
 */
final class MasterTable {

    private static final String DOWN = "v";
    private static final String UP = "^";

    private record Row(CodeLetter letter, int sampleSize, List<String> cells) {
    }

    private final String name;
    private final List<Row> rows;

    private MasterTable(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    static MasterTable read(String resource) {
        try (InputStream in = MasterTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The sampling table " + resource + " is missing");
            }
            List<List<String>> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.trim().split(" +")))
                    .toList();
            List<String> columns = lines.get(0).subList(2, lines.get(0).size());
            if (!columns.equals(Arrays.stream(Aql.values()).map(Aql::label).toList())) {
                throw new IllegalStateException("The columns of " + resource + " are not the 26 limits");
            }
            return new MasterTable(resource, lines.stream().skip(1).map(MasterTable::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> line) {
        return new Row(CodeLetter.valueOf(line.get(0)), Integer.parseInt(line.get(1)), line.subList(2, line.size()));
    }

    /** The plan of a cell; an arrow is followed to the first plan below or above, whose sample size then applies. */
    SamplingPlan plan(CodeLetter letter, Aql aql) {
        int at = indexOf(letter);
        String cell = cell(at, aql);
        while (cell.equals(DOWN) || cell.equals(UP)) {
            at += cell.equals(DOWN) ? 1 : -1;
            cell = cell(at, aql);
        }
        int slash = cell.indexOf('/');
        return new SamplingPlan(letter, rows.get(at).letter(), rows.get(at).sampleSize(),
                Integer.parseInt(cell.substring(0, slash)), Integer.parseInt(cell.substring(slash + 1)), false);
    }

    private String cell(int row, Aql aql) {
        return rows.get(row).cells().get(aql.ordinal());
    }

    private int indexOf(CodeLetter letter) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).letter() == letter) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no row " + letter);
    }
}
