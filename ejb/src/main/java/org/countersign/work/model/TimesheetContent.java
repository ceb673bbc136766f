package org.countersign.work.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.countersign.kernel.IsoWeek;

/**
 * What a confirmed sheet says, in the one form of which the hash is taken, so that anybody can recompute it from the sheet.
 *
 * <p>UTF-8, every line ended by one line feed, the fields of a line separated by one tab. The first line is
 * {@code countersign-timesheet-1 <contract code> <week> <number of lines> <total minutes>}; then follow the lines of the sheet in their
 * order: {@code <ordinal> <ticket number> <person> <activity> <date> <start, ISO 8601 in UTC> <minutes> <travel minutes> <note>}, minutes
 * after corrections, an absent note empty. In a field a backslash is written {@code \\}, a tab {@code \t}, a line feed {@code \n}, a
 * carriage return {@code \r}.
 */
public final class TimesheetContent {

    private static final String VERSION = "countersign-timesheet-1";

    private TimesheetContent() {}

    /** The canonical form. */
    public static String canonical(String contractCode, IsoWeek week, TimesheetLines lines) {
        StringBuilder text = new StringBuilder();
        line(text, VERSION, contractCode, week, lines.all().size(), lines.totalMinutes());
        for (TimesheetLines.Status status : lines.all()) {
            TimesheetLine line = status.line();
            line(
                    text,
                    line.ordinal(),
                    line.ticketNumber(),
                    line.person(),
                    line.activity(),
                    line.workDate(),
                    line.startedAt(),
                    status.minutes(),
                    status.travelMinutes(),
                    line.note() == null ? "" : line.note());
        }
        return text.toString();
    }

    /** SHA-256 of the canonical form, 64 lower-case hexadecimal digits. */
    public static String hash(String contractCode, IsoWeek week, TimesheetLines lines) {
        try {
            byte[] bytes = canonical(contractCode, week, lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void line(StringBuilder text, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escape(fields[i].toString()));
        }
        text.append('\n');
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
