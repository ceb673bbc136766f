package org.countersign.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every entity against the tables that the migrations made, with the rights that they granted. */
@OnEachDatabase
class MappingTest {

    @Parameter
    TestDatabase database;

    @Test
    void every_column_of_an_entity_exists_and_may_be_read() {
        Set<EntityType<?>> entities = database.entityManagerFactory().getMetamodel().getEntities();
        List<String> unreadable = new ArrayList<>();
        for (EntityType<?> entity : entities) {
            try {
                database.inTransaction(() -> database.entityManager()
                        .createQuery("select e from " + entity.getName() + " e")
                        .setMaxResults(1)
                        .getResultList());
            } catch (PersistenceException e) {
                unreadable.add(entity.getName() + ": " + e.getCause().getCause().getMessage());
            }
        }
        assertThat(entities).hasSizeGreaterThan(15);
        assertThat(unreadable).isEmpty();
    }
}
