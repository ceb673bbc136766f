package org.countersign.work.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;

/** Who speaks for the customer about work: a fixed contact of the contract, or one with the authority to accept under it. */
@ApplicationScoped
class CustomerVoice {

    @Inject
    private CustomerDirectory customers;

    boolean speaksFor(Caller caller, long contractId, long organisationId) {
        return caller.isContact()
                && caller.organisationId() == organisationId
                && (customers.isFixedContact(contractId, caller.contactId()) || authority(caller, contractId).isPresent());
    }

    Optional<AuthorisationInForce> authority(Caller caller, long contractId) {
        return caller.isContact() ? customers.authorisationInForce(contractId, caller.contactId()) : Optional.empty();
    }
}
