/** Public holidays from the tables of Jollyday. */
package org.countersign.customer.jollyday;
