package org.countersign.customer.service;

import java.time.LocalDate;

/** A contract without what its versions say. */
public record ContractRow(String code, String organisation, LocalDate validFrom, ContractSettings settings, long version) {}
