package org.countersign.web.desk.skills;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.identity.service.ExpiringCertification;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.identity.service.SkillQueries;
import org.countersign.identity.service.SkillRow;
import org.countersign.identity.service.StaffMember;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;

/** The staff with their skills and certificates, what expires soon, and the catalogue. Everything it shows is in its address. */
@Named("skillsPage")
@RequestScoped
public class SkillsBacking {

    private static final String PAGE = "/desk/skills/skills.xhtml";

    @EJB
    private SkillQueries queries;

    @EJB
    private SkillAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private ListPage<StaffMember> page;
    private CursorPage<ExpiringCertification> expiring;
    private List<SkillRow> catalogue;
    private ListPage<SkillRow> listed;
    private String code;
    private String name;

    public List<StaffMember> getStaff() {
        return getPage().rows();
    }

    public ListPage<StaffMember> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.staff(getSkill(), null, after));
        }
        return page;
    }

    public CursorPage<ExpiringCertification> getExpiring() {
        if (expiring == null) {
            expiring = queries.expiring(null, null);
        }
        return expiring;
    }

    /** The part of the catalogue that is shown; it has its own place in the address. */
    public ListPage<SkillRow> getListed() {
        if (listed == null) {
            listed = ListPage.read(
                    request, "afterSkill", Address.of(request.getRequestURI()).with("q", getText()),
                    after -> queries.list(getText(), null, after));
        }
        return listed;
    }

    /** What the catalogue is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }

    /** All there is to choose from. */
    public List<SkillRow> getCatalogue() {
        if (catalogue == null) {
            catalogue = queries.catalogue();
        }
        return catalogue;
    }

    /** The code of the skill that the list is about, or {@code null}. */
    public String getSkill() {
        return Parameters.text(request, "skill");
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("skill", getSkill());
    }

    /** Puts a skill into the catalogue. */
    public String put() {
        if (!messages.attempt(() -> administration.name(code, name))) {
            return null;
        }
        messages.success("skills.done.named", name);
        return PAGE + "?faces-redirect=true";
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
