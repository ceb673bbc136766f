package org.countersign.web.desk.contract.form;

/**
 * An input of the form at which a refusal is shown.
 *
 * @param id its client id
 * @param label which input that is
 */
public record FormInput(String id, String label) {}
