package org.countersign.web.desk.contract.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.RemoteAccess;
import org.countersign.customer.model.Supplier;
import org.countersign.web.support.Parameters;

/** Equipment or software for remote access, in the form. */
public final class AccessForm extends FormRow {

    private String equipment;
    private Supplier supplier = Supplier.CUSTOMER;
    private String note;

    /** @param access {@code null} for one that is added */
    AccessForm(int place, RemoteAccess access, Locale locale) {
        super("access", "contract.terms.access", place, locale);
        if (access != null) {
            equipment = access.equipment();
            supplier = access.suppliedBy();
            note = access.note();
        }
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("equipment", equipment == null ? "" : equipment);
        map.put("suppliedBy", supplier.name());
        map.put("note", Parameters.text(note));
        return map;
    }

    @Override
    FormInput at(String inside) {
        return inside.equals("note")
                ? labelled("note", "contract.terms.access.note")
                : labelled("equipment", "contract.terms.access.equipment");
    }

    @Override
    public String getTitle() {
        return equipment;
    }

    public String getEquipment() {
        return equipment;
    }

    public void setEquipment(String equipment) {
        this.equipment = equipment;
    }

    public Supplier getSupplier() {
        return supplier;
    }

    public void setSupplier(Supplier supplier) {
        this.supplier = supplier;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
