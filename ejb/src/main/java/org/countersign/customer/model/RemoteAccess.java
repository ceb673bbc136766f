package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Equipment or software by which the provider reaches the customer's systems, and who supplies it (M59):
 *
 * <pre>{@code
 * remoteAccess:
 *   - {equipment: VPN client, suppliedBy: CUSTOMER, note: One account for each engineer}
 *   - {equipment: Remote desktop, suppliedBy: PROVIDER}
 * }</pre>
 *
 * @param note {@code null} when there is nothing to say
 */
public record RemoteAccess(String equipment, Supplier suppliedBy, String note) {

    static final String[] MEMBERS = {"equipment", "suppliedBy", "note"};

    /** @param agreement the whole document */
    static List<RemoteAccess> of(AgreementForm agreement) {
        List<RemoteAccess> all = new ArrayList<>();
        for (AgreementForm form : agreement.forms("remoteAccess", MEMBERS)) {
            RemoteAccess next = new RemoteAccess(
                    form.line("equipment", 200), form.constant("suppliedBy", Supplier.class), form.has("note") ? form.line("note", 500) : null);
            if (all.stream().anyMatch(earlier -> earlier.equipment.equalsIgnoreCase(next.equipment))) {
                throw BusinessRuleViolation.invalid(form.at("equipment"), "agreement-name-twice", next.equipment);
            }
            all.add(next);
        }
        return all;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("equipment", equipment);
        map.put("suppliedBy", suppliedBy.name());
        if (note != null) {
            map.put("note", note);
        }
        return map;
    }
}
