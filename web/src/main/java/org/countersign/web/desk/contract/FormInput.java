package org.countersign.web.desk.contract;

/**
 * An input of a row at which a refusal is shown.
 *
 * @param id its client id
 * @param label which input that is
 */
record FormInput(String id, String label) {}
