package org.countersign.rota.persistence;

import java.util.function.Consumer;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.RotasContract;
import org.countersign.rota.service.RotaFixture;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaRotasTest extends RotasContract {

    @Parameter
    TestDatabase database;

    private RotaFixture fixture;

    @BeforeEach
    void accounts_and_a_contract() throws Exception {
        fixture = new RotaFixture(database);
    }

    @Override
    protected void work(Consumer<Rotas> work) {
        database.inTransaction(() -> work.accept(fixture.wiring().get(Rotas.class)));
    }

    @Override
    protected long[] people() {
        return fixture.people();
    }

    @Override
    protected long contract() {
        return fixture.customer().contractId();
    }
}
