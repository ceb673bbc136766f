package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeLetterTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/org/countersign/quality/code_letters.csv", numLinesToSkip = 1)
    void each_range_of_lot_sizes_has_its_letters_from_end_to_end(ArgumentsAccessor row) {
        long from = row.getLong(0);
        long to = row.getString(1) == null ? Long.MAX_VALUE : row.getLong(1);
        InspectionLevel[] columns = InspectionLevel.values();
        for (int i = 0; i < columns.length; i++) {
            CodeLetter expected = CodeLetter.valueOf(row.getString(2 + i));
            assertThat(CodeLetter.of(from, columns[i])).as("%s at %d", columns[i], from).isEqualTo(expected);
            assertThat(CodeLetter.of(from + (to - from) / 2, columns[i])).isEqualTo(expected);
            assertThat(CodeLetter.of(to, columns[i])).as("%s at %d", columns[i], to).isEqualTo(expected);
        }
    }

    @Test
    void the_levels_stand_in_the_order_of_the_columns() throws Exception {
        try (var in = getClass().getResourceAsStream("/org/countersign/quality/code_letters.csv")) {
            String header = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().findFirst()
                    .orElseThrow();
            assertThat(Arrays.copyOfRange(header.split(","), 2, 9))
                    .containsExactly(Arrays.stream(InspectionLevel.values()).map(InspectionLevel::label)
                            .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource(InspectionLevel.class)
    void a_lot_of_one_item_takes_the_letter_of_the_first_range(InspectionLevel level) {
        assertThat(CodeLetter.of(1, level)).isEqualTo(CodeLetter.of(2, level));
    }
}
