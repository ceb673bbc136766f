package org.countersign.vendor.model;

import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;

/**
 * How a vendor's support is reached.
 *
 * @param email where it takes mail, or {@code null}
 * @param phone or {@code null}
 * @param portal address of its portal, {@code https://…}, or {@code null}
 * @param language of mails to it
 */
public record VendorAddress(String email, String phone, String portal, String language) {

    /** @throws BusinessRuleViolation {@code vendor-portal-malformed}, and as {@link Input} refuses */
    public VendorAddress {
        email = email == null || email.isBlank() ? null : Input.email("email", email);
        phone = Input.optionalLine("phone", phone, 50);
        portal = Input.optionalLine("portal", portal, 500);
        if (portal != null && !portal.matches("https?://[^\\s\"<>]+")) {
            throw BusinessRuleViolation.invalid("portal", "vendor-portal-malformed");
        }
        language = Input.language("language", language);
    }
}
