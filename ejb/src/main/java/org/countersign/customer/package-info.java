/**
 * Who the customers are and what was agreed with them: organisations, contacts, contracts with calendar and service levels, the fixed
 * contacts (M96, M97), the authority to accept (M64), stakeholders of reports (M134).
 *
 * <p>Other areas receive {@link org.countersign.customer.model.ContractTerms}, a value, never an entity.
 */
package org.countersign.customer;
