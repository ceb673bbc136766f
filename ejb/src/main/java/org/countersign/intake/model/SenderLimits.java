package org.countersign.intake.model;

import java.time.Duration;
import org.countersign.kernel.Settings;

/**
 * How much one sender may send within {@link #WINDOW} before the desk stops to react: so that a flood leaves the others served (F27) and two
 * machines that answer each other stop (F26).
 *
 * @param messages most messages
 * @param reports most messages that are answered: new tickets, and questions for what is missing
 * @param reportsOnTopic most of them on one topic
 */
public record SenderLimits(int messages, int reports, int reportsOnTopic) {

    /** Over what time a sender's messages are counted. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /**
     * From {@code countersign.intake.messages-per-hour} (100), {@code countersign.intake.reports-per-hour} (60) and
     * {@code countersign.intake.reports-per-topic-and-hour} (10).
     */
    public static SenderLimits configured() {
        return new SenderLimits(
                Settings.number("countersign.intake.messages-per-hour", 100),
                Settings.number("countersign.intake.reports-per-hour", 60),
                Settings.number("countersign.intake.reports-per-topic-and-hour", 10));
    }
}
