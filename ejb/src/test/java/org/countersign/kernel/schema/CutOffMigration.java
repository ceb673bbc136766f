package org.countersign.kernel.schema;

import org.h2.jdbcx.JdbcDataSource;

/** A process that migrates an H2 database until the migration itself ends the process, as a power cut would. */
public final class CutOffMigration {

    static final int CUT_OFF = 99;

    private CutOffMigration() {}

    /** @param arguments the database's address */
    public static void main(String[] arguments) {
        JdbcDataSource owner = new JdbcDataSource();
        owner.setURL(arguments[0]);
        owner.setUser("countersign_owner");
        owner.setPassword("countersign_owner");
        new SchemaMigration(owner, "countersign_app", "countersign_app", "classpath:db/halfway/h2").run();
    }

    /** Called by the migration. */
    public static void halt() {
        Runtime.getRuntime().halt(CUT_OFF);
    }
}
