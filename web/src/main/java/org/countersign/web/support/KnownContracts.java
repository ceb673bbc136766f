package org.countersign.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;

/** The contracts that the reader may know of, with the terms in force: the own organisation's, or all at the desk. Read once for a page. */
@Named
@RequestScoped
public class KnownContracts {

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Reader reader;

    private List<ContractTerms> all;

    /** By code. */
    public List<ContractTerms> getAll() {
        if (all == null) {
            Caller caller = reader.getCaller();
            all = caller.isContact() ? customers.contractsOf(caller.organisationId()) : customers.contracts();
        }
        return all;
    }

    public Optional<ContractTerms> find(String code) {
        return getAll().stream().filter(terms -> terms.code().equals(code)).findFirst();
    }
}
