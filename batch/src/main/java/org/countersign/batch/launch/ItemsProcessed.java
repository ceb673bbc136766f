package org.countersign.batch.launch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;

/** The end of a chunk. There is nothing left to write: each item was written and marked in its own transaction. */
@Dependent
@Named("itemsProcessed")
public class ItemsProcessed extends AbstractItemWriter {

    @Override
    public void writeItems(List<Object> items) {
        // See above.
    }
}
