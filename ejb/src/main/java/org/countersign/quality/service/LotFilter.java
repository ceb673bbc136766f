package org.countersign.quality.service;

import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.LotState;

/**
 * Which lots a list shows; everything may be {@code null} for "all".
 *
 * @param contract the contract's code
 */
public record LotFilter(String contract, IsoWeek week, LotState state) {

    public static final LotFilter ALL = new LotFilter(null, null, null);
}
