package org.countersign.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.identity.service.AccountDirectory;

/** What accounts are called on a page. Lists make theirs known together, before their rows are written. */
@Named
@RequestScoped
public class People {

    @EJB
    private AccountDirectory accounts;

    private final Map<String, String> names = new HashMap<>();

    /** Looks up those of some accounts that are not known yet, with one question. */
    public void meet(Collection<String> some) {
        Set<String> unknown = some.stream()
                .filter(account -> account != null && !account.isBlank() && !names.containsKey(account))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            Map<String, String> found = accounts.displayNames(unknown);
            unknown.forEach(account -> names.put(account, found.getOrDefault(account, account)));
        }
    }

    /** The name of the person whose account it is, or the account where nobody is known by it. */
    public String nameOf(String account) {
        if (account == null || account.isBlank()) {
            return "–";
        }
        meet(List.of(account));
        return names.get(account);
    }
}
