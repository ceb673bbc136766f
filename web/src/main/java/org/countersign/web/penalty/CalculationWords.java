package org.countersign.web.penalty;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.Texts;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.service.PenaltyRow;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** The calculation of an entry, as it was kept, line by line. */
final class CalculationWords {

    private final Map<String, Object> kept;
    private final String currency;
    private final Locale locale;
    private final PenaltyWords words;

    CalculationWords(PenaltyRow row, Locale locale, PenaltyWords words) {
        this.kept = row.calculation();
        this.currency = row.currency();
        this.locale = locale;
        this.words = words;
    }

    /** One line: what, and how much. */
    public record Line(String what, String value) {}

    /** A span of an outage; {@code because} only where it is excluded. */
    public record Span(Instant from, Instant until, String effect, String because) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        add(lines, "version", value("contractVersion"));
        add(lines, "target", percent("target"));
        add(lines, "measured", kept.containsKey("measured") ? Texts.of(locale, MeasuredHours.valueOf(value("measured"))) : null);
        add(lines, "measured-time", span("measuredTime"));
        add(lines, "excluded-time", span("excludedTime"));
        add(lines, "down-time", span("downTime"));
        add(lines, "availability", percent("availability"));
        add(lines, "met", value("met") != null && value("compliance") != null ? value("met") : null);
        add(lines, "breaches", value("breaches"));
        add(lines, "compliance", percent("compliance"));
        add(lines, "tier", percent("tierBelow"));
        add(lines, "percent-of-fee", percent("percentOfBase"));
        add(lines, "fee", value("percentOfBase") == null ? null : money("base"));
        add(lines, "calculated", money("calculated"));
        add(lines, "cap", money("cap"));
        add(lines, "owed-before", Boolean.TRUE.equals(kept.get("capped")) ? money("owedBefore") : null);
        add(lines, "amount", money("amount"));
        return lines;
    }

    /** Numbers of the tickets that were counted. */
    List<String> tickets() {
        return kept.get("tickets") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    /** The spans that an availability was computed from. */
    List<Span> spans() {
        if (!(kept.get("spans") instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().map(each -> (Map<?, ?>) each).map(this::spanOf).toList();
    }

    private Span spanOf(Map<?, ?> span) {
        Object because = span.get("because");
        return new Span(
                Instant.parse((String) span.get("from")),
                Instant.parse((String) span.get("until")),
                Texts.of(locale, Availability.Effect.valueOf((String) span.get("effect"))),
                because == null ? null : Texts.of(locale, OutageCause.valueOf((String) because)));
    }

    private void add(List<Line> lines, String key, String value) {
        if (value != null) {
            lines.add(new Line(ScreenTexts.of(locale, "penalty.calculation." + key), value));
        }
    }

    private String value(String member) {
        Object written = kept.get(member);
        return written == null ? null : written instanceof BigDecimal number ? number.toPlainString() : written.toString();
    }

    private String percent(String member) {
        return value(member) == null ? null : words.percent(new BigDecimal(value(member)));
    }

    private String money(String member) {
        return value(member) == null ? null : words.money(new BigDecimal(value(member)), currency);
    }

    private String span(String member) {
        return value(member) == null ? null : Times.span(Duration.parse(value(member)), locale);
    }
}
