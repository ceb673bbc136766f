/** The weekly timesheet of each contract, laid before the customer (M33, M34). */
package org.countersign.batch.timesheet;
