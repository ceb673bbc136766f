/** Past tickets under a changed agreement. */
package org.countersign.batch.replay;
