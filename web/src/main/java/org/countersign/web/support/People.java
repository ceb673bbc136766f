package org.countersign.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;

/** What accounts are called on a page. Each is looked up once. */
@Named
@RequestScoped
public class People {

    @EJB
    private AccountDirectory accounts;

    private final Map<String, String> names = new HashMap<>();

    /** The name of the person whose account it is, or the account where nobody is known by it. */
    public String nameOf(String account) {
        return account == null || account.isBlank()
                ? "–"
                : names.computeIfAbsent(account, name -> accounts.byName(name).map(Caller::displayName).orElse(name));
    }
}
