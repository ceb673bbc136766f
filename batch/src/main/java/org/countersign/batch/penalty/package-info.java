/** The monthly assessment of what is owed for missed targets (M126). */
package org.countersign.batch.penalty;
