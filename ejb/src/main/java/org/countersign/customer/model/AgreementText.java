package org.countersign.customer.model;

import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/** The text in which people write, send and keep an agreement. */
public interface AgreementText {

    /**
     * Plain maps, lists, strings, numbers and booleans of a text.
     *
     * @throws BusinessRuleViolation {@code agreement-too-long}, {@code agreement-unreadable}, naming line and column
     */
    Object read(String text);

    String write(Map<String, ?> document);
}
