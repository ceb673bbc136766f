/**
 * Who the customers are and what was agreed with them: organisations, contacts, contracts with calendar and service levels, the fixed
 * contacts (M96, M97), the authority to accept (M64), stakeholders of reports (M134), what is demanded of the people who work for them (M118,
 * M119), and the account team (M120, M133).
 *
 * <p>Other areas receive {@link org.countersign.customer.model.ContractTerms}, a value, never an entity.
 */
package org.countersign.customer;
