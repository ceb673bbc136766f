/** The due instants of open tickets after a change of contract or calendar. */
package org.countersign.batch.clock;
