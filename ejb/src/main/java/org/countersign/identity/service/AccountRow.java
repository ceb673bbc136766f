package org.countersign.identity.service;

import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;

/**
 * An account in the list.
 *
 * @param roles in the order of {@link Role}
 * @param level of an agent, else {@code null}
 */
public record AccountRow(String name, String displayName, String email, List<Role> roles, SupportLevel level, boolean active) {}
