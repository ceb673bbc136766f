package org.countersign.vendor.service;

/**
 * A case as somebody wants it opened.
 *
 * @param ticket number
 * @param vendor code
 * @param description what the vendor is told
 * @param reference the vendor's own, if it gave one already
 */
public record OpenVendorCase(String ticket, String vendor, String subject, String description, String reference) {}
