/** The monthly service report of each contract (M132, M134). */
package org.countersign.batch.servicereport;
