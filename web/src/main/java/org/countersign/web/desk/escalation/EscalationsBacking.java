package org.countersign.web.desk.escalation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.service.EscalationQueries;
import org.countersign.escalation.service.EscalationView;
import org.countersign.web.support.Address;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;

/** What is to come, what has happened, and what is not needed any more. */
@Named
@RequestScoped
public class EscalationsBacking {

    @EJB
    private EscalationQueries queries;

    @Inject
    private Reader reader;

    @Inject
    private People people;

    @Inject
    private KnownContracts contracts;

    @Inject
    private HttpServletRequest request;

    private ListPage<EscalationView> page;

    /** A state on offer; {@code address} shows its list. */
    public record Tab(EscalationState state, String address, boolean current) {}

    public List<Tab> getTabs() {
        return Arrays.stream(EscalationState.values())
                .map(state -> new Tab(state, address(state).toString(), state == getState()))
                .toList();
    }

    /** From the address. */
    public EscalationState getState() {
        return Parameters.constant(EscalationState.class, request, "state").orElse(EscalationState.WAITING);
    }

    /** Code from the address; {@code null} for all. */
    public String getContract() {
        return Parameters.text(request, "contract");
    }

    /** The contract that the address names and that the reader does not know, or {@code null}. */
    public String getUnknownContract() {
        return getContract() == null || contracts.find(getContract()).isPresent() ? null : getContract();
    }

    /** The state that the address names and that there is not, or {@code null}. */
    public String getUnknownState() {
        String state = Parameters.text(request, "state");
        return Parameters.constant(EscalationState.class, state).isPresent() ? null : state;
    }

    public boolean isToCome() {
        return getState() == EscalationState.WAITING;
    }

    public List<EscalationRow> getRows() {
        return EscalationRow.of(getPage().rows(), reader.getLocale(), people);
    }

    public ListPage<EscalationView> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(getState()), after -> queries.list(getState(), getContract(), null, after));
        }
        return page;
    }

    private Address address(EscalationState state) {
        return Address.of("escalations.xhtml").with("state", state).with("contract", getContract());
    }
}
