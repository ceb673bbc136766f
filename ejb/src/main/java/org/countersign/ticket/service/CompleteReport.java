package org.countersign.ticket.service;

import java.util.Map;

/**
 * What an incomplete report lacked; {@code null} leaves as it is.
 *
 * @param category code of one that the contract lists
 * @param fields further facts by name, beside those that there are
 */
public record CompleteReport(String service, String environment, String category, String description, Map<String, String> fields) {}
