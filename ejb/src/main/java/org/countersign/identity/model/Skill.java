package org.countersign.identity.model;

import jakarta.persistence.Entity;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;

/** Something that staff may know: an application, a technology. It is named for ever once it is in the catalogue, since contracts speak of it. */
@Entity
public class Skill extends DomainEntity {

    private String code;
    private String name;

    protected Skill() {}

    public Skill(String code, String name) {
        this.code = Input.code("code", code);
        rename(name);
    }

    public void rename(String newName) {
        name = Input.line("name", newName, 200);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
