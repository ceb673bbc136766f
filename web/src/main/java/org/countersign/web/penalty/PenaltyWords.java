package org.countersign.web.penalty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.customer.model.PenaltyTier;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** Availability and penalties in words: money, percentages, clauses. */
@Named
@RequestScoped
public class PenaltyWords {

    @Inject
    private Reader reader;

    /** An amount with its currency, e.g. {@code 1,234.50 EUR}; a dash for none. */
    public String money(BigDecimal amount, String currency) {
        if (amount == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(reader.getLocale());
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount) + "\u00a0" + currency;
    }

    /** A percentage without needless zeros. */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getNumberInstance(reader.getLocale());
        format.setMaximumFractionDigits(6);
        return format.format(percent) + "\u00a0%";
    }

    /** A month by its name, e.g. {@code October 2026}. */
    public String month(String month) {
        return Times.month(YearMonth.parse(month), reader.getLocale());
    }

    public String seconds(long seconds) {
        return Times.span(Duration.ofSeconds(seconds), reader.getLocale());
    }

    /** How long something took; nothing while it lasts. */
    public String between(Instant start, Instant end) {
        return end == null ? "" : Times.span(Duration.between(start, end), reader.getLocale());
    }

    /** The causes that an agreed availability excludes. */
    public String causes(List<OutageCause> causes) {
        return causes.stream().map(cause -> Texts.of(reader.getLocale(), cause)).collect(Collectors.joining(", "));
    }

    /** What is promised of a service. */
    public String promise(AvailabilityTarget target) {
        return say("penalty.agreed.availability", percent(target.target()), Texts.of(reader.getLocale(), target.measured()));
    }

    /** What is owed by a clause, a sentence for each breach or tier. */
    public List<String> clause(PenaltyClause clause, PenaltyTerms terms) {
        String about = Texts.of(reader.getLocale(), clause.measure());
        if (!clause.priorities().isEmpty()) {
            about += " (" + String.join(", ", clause.priorities()) + ")";
        } else if (clause.service() != null) {
            about += " (" + clause.service() + ")";
        }
        List<String> sentences = new ArrayList<>();
        if (clause.perBreach() != null) {
            sentences.add(say("penalty.agreed.each", about, owed(clause.perBreach(), terms)));
        }
        for (PenaltyTier tier : clause.tiers()) {
            sentences.add(say("penalty.agreed.below", about, percent(tier.below()), owed(tier.credit(), terms)));
        }
        return sentences;
    }

    /** An amount, or a percentage of the fee with what it comes to. */
    public String owed(PenaltyAmount amount, PenaltyTerms terms) {
        String money = money(terms.money(amount), terms.currency().getCurrencyCode());
        return amount.percent() == null ? money : say("penalty.agreed.of-fee", percent(amount.percent()), money);
    }

    private String say(String key, Object... arguments) {
        Locale locale = reader.getLocale();
        return ScreenTexts.of(locale, key, arguments);
    }
}
