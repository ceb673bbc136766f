/** The weekly lot of each contract, drawn for the Quality Engineer (M69, M70). */
package org.countersign.batch.qualitysampling;
