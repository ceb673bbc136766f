package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;

/** All contracts with the version in force. */
@Named
@RequestScoped
public class ContractsBacking {

    @EJB
    private CustomerDirectory customers;

    private List<ContractTerms> contracts;

    public List<ContractTerms> getContracts() {
        if (contracts == null) {
            contracts = customers.contracts();
        }
        return contracts;
    }
}
