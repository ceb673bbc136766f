package org.countersign.web.skills;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.SkillQueries;
import org.countersign.identity.service.StaffMember;
import org.countersign.web.support.Reader;

/** What is on record about the reader's own skills and certificates. */
@Named
@RequestScoped
public class OwnSkills {

    @EJB
    private SkillQueries queries;

    @Inject
    private Reader reader;

    private StaffMember member;

    /** Whether the reader is of the staff; machines and customers have no skills on record. */
    public boolean isKept() {
        return reader.has(Role.AGENT_ROLE) || reader.has(Role.MANAGER_ROLE) || reader.has(Role.QUALITY_ROLE);
    }

    public StaffMember getMember() {
        if (member == null) {
            member = queries.member(reader.getCaller().name());
        }
        return member;
    }
}
