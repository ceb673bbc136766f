package org.countersign.rota.model;

import java.util.function.Consumer;

class FakeRotasTest extends RotasContract {

    private final FakeRotas rotas = new FakeRotas();

    @Override
    protected void work(Consumer<Rotas> work) {
        work.accept(rotas);
    }

    @Override
    protected long[] people() {
        return new long[] {1, 2, 3};
    }

    @Override
    protected long contract() {
        return 4;
    }
}
