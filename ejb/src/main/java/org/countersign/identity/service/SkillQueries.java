package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.Skills;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** What is on record about the staff's skills and certificates: of everybody to those who lead the desk, to others of themselves. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class SkillQueries {

    /** How long before its last day a certificate is listed, and the people concerned are told. */
    public static final Period NOTICE = Period.ofDays(60);

    @Inject
    private Skills skills;

    @Inject
    private SkillViews views;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** The catalogue, by name, to choose from. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public List<SkillRow> catalogue() {
        return skills.all().stream().map(skill -> new SkillRow(skill.code(), skill.name())).toList();
    }

    /**
     * A page of the catalogue by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public CursorPage<SkillRow> list(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(
                skills.page(text, after, rows + 1).stream().map(skill -> new SkillRow(skill.code(), skill.name())).toList(), rows, SkillRow::code);
    }

    /**
     * One member of the staff.
     *
     * @throws BusinessRuleViolation {@code not-found}, also for somebody else's where the caller leads nobody
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public StaffMember member(String account) {
        Caller caller = currentCaller.get();
        String name = account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
        boolean may = caller.name().equals(name) || caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
        return Optional.of(name).filter(known -> may).flatMap(views::member)
                .orElseThrow(() -> BusinessRuleViolation.notFound("account", name));
    }

    /**
     * A page of the active staff by account name.
     *
     * @param skill only who has the skill with this code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<StaffMember> staff(String skill, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        String before = after == null ? null : Cursor.parse(after, 1).get(0);
        return CursorPage.of(views.staff(skill, rows, before), rows, member -> Cursor.of(member.account()));
    }

    /** A page of the certificates that expire within {@link #NOTICE}, those that expire first, first. */
    public CursorPage<ExpiringCertification> expiring(Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate afterDay = null;
        Long afterId = null;
        if (after != null) {
            List<String> values = Cursor.parse(after, 2);
            try {
                afterDay = LocalDate.parse(values.get(0));
                afterId = Long.valueOf(values.get(1));
            } catch (DateTimeException | NumberFormatException e) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return CursorPage.of(
                views.expiring(today, today.plus(NOTICE), rows, afterDay, afterId),
                rows,
                row -> Cursor.of(row.certificate().expiresOn(), row.id()));
    }
}
