package org.countersign.ticket.service;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.GradedSkill;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.AssigneeFit;

/**
 * Somebody who may work on a ticket and is there, with everything that speaks for it.
 *
 * @param skills those that the contract demands for the ticket's service
 * @param certifications those that it demands, in force
 * @param onDuty {@code RESPONSIBLE} or {@code BACKUP} of the contract's rota now, or {@code null}
 */
public record ProposedAssignee(
        String account, String name, SupportLevel level, List<GradedSkill> skills, List<Certificate> certifications, Duty onDuty, long openTickets) {

    /** The person's part in the shift that runs. */
    public enum Duty {
        RESPONSIBLE,
        BACKUP
    }

    AssigneeFit fit() {
        return new AssigneeFit(skills.stream().mapToInt(skill -> skill.level().ordinal() + 1).sum(), onDuty != null, openTickets);
    }

    /** Why this person is proposed, one reason each. */
    public List<String> reasons(Locale locale) {
        List<String> reasons = new ArrayList<>();
        reasons.add(Texts.of(locale, level));
        skills.forEach(skill -> reasons.add(text(locale, "assignee.skill", skill.name(), Texts.of(locale, skill.level()))));
        certifications.forEach(held -> reasons.add(
                held.expiresOn() == null
                        ? text(locale, "assignee.certification", held.name())
                        : text(locale, "assignee.certification-until", held.name(), day(held, locale))));
        if (onDuty != null) {
            reasons.add(Texts.of(locale, onDuty));
        }
        reasons.add(text(locale, "assignee.open-tickets", openTickets));
        return reasons;
    }

    private static String day(Certificate held, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(held.expiresOn());
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Texts.find(locale, key, arguments).orElse(key);
    }
}
