package org.countersign.architecture.seeded.serviceclock.model;

import org.countersign.architecture.seeded.kernel.Kernel;

/** A service clock that knows the kernel. */
class SeededServiceClockKnowsTheJdkOnly {
    Kernel kernel;
}
