package org.countersign.identity.service;

import org.countersign.identity.model.Certificate;

/** A certificate that expires soon, and who holds it. */
public record ExpiringCertification(long id, String account, String name, Certificate certificate) {}
