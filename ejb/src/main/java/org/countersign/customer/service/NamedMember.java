package org.countersign.customer.service;

import org.countersign.customer.model.TeamRole;

/**
 * Who is to have a role.
 *
 * @param account name of an account of the staff
 * @param phone under which the customer reaches the person, or {@code null}
 */
public record NamedMember(TeamRole role, String account, String phone) {}
