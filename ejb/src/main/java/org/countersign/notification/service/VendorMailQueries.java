package org.countersign.notification.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.notification.model.VendorMailKey;

/** What became of the mails to vendors, for those who read the correspondence. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class VendorMailQueries {

    @Inject
    private OutboxViews views;

    /** The mails of these cases; entries that were told by other means have none. */
    public Map<VendorMailKey, VendorMail> ofCases(Collection<String> numbers) {
        Map<VendorMailKey, VendorMail> mails = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            views.ofVendorCases(numbers).stream().filter(mail -> mail.key() != null).forEach(mail -> mails.put(mail.key(), mail));
        }
        return mails;
    }
}
