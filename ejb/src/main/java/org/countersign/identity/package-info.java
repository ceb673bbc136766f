/**
 * Who may use the system: accounts, their roles, their sign-in by password and by API token.
 *
 * <p>Promises: a customer's account belongs to a contact of one organisation (M93) and staff belong to none; passwords and tokens are kept
 * as salted or plain hashes only; a role taken away counts from the next request on, and a session ends when the
 * password is another one; a known and an unknown name are refused alike. What the staff can do is on record with skills and certificates (M15, M51); before a certificate expires, the
 * people concerned are told once (M119).
 */
package org.countersign.identity;
