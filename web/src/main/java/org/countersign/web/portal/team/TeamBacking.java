package org.countersign.web.portal.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.countersign.customer.service.ContractTeam;
import org.countersign.customer.service.TeamView;

/** The people who answer for the work under the reader's contracts. */
@Named("portalTeam")
@RequestScoped
public class TeamBacking {

    @EJB
    private ContractTeam teams;

    private List<TeamView> own;

    public List<TeamView> getTeams() {
        if (own == null) {
            own = teams.ownTeams();
        }
        return own;
    }
}
