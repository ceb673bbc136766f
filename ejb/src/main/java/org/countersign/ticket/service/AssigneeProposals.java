package org.countersign.ticket.service;

import java.util.List;

/**
 * Who could work on a ticket.
 *
 * @param people who may and are there, the one who fits best first
 * @param missing names of the certificates that the contract demands and that the ticket's assignee does not hold in force any more
 */
public record AssigneeProposals(List<ProposedAssignee> people, List<String> missing) {}
