/** Work that one node at a time may do, although several run. */
package org.countersign.kernel.lease;
