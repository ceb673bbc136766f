package org.countersign.rota.service;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.countersign.rota.model.RotaPattern;

/**
 * A rule that makes shifts, by account names; see {@link RotaPattern}.
 *
 * @param exceptions other people than usual, each for a span
 */
public record TakingTurns(
        String zone,
        RotaPattern.Change change,
        DayOfWeek day,
        LocalTime time,
        LocalTime secondTime,
        List<String> people,
        Instant from,
        Instant until,
        List<PublishRota.PlannedShift> exceptions) {}
