package org.countersign.vendor.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;
import org.countersign.ticket.model.Priority;

/** Who makes what the desk supports, how its support is reached, and what it promised. What is agreed anew holds for cases opened from then on. */
@Entity
public class Vendor extends DomainEntity {

    private String code;
    private String name;
    private String email;
    private String phone;
    private String portal;
    private String language;

    @Column(name = "contract_reference")
    private String contractReference;

    @Column(name = "calendar_code")
    private String calendar;

    @Column(name = "chase_every_minutes")
    private int chaseEveryMinutes;

    @OneToMany(mappedBy = "vendor", cascade = CascadeType.PERSIST)
    @OrderBy("priority")
    private List<VendorTarget> targets = new ArrayList<>();

    protected Vendor() {}

    /** @throws BusinessRuleViolation as {@link Input} refuses */
    public static Vendor record(String code, String name, VendorAddress address, UnderpinningContract contract) {
        Vendor vendor = new Vendor();
        vendor.code = Input.code("code", code);
        for (Priority priority : Priority.values()) {
            vendor.targets.add(new VendorTarget(vendor, priority));
        }
        vendor.amend(name, address, contract);
        return vendor;
    }

    /** @throws BusinessRuleViolation as {@link Input} refuses */
    public void amend(String newName, VendorAddress address, UnderpinningContract contract) {
        name = Input.line("name", newName, 200);
        email = address.email();
        phone = address.phone();
        portal = address.portal();
        language = address.language();
        contractReference = contract.reference();
        calendar = contract.calendar();
        chaseEveryMinutes = (int) contract.chaseEvery().toMinutes();
        targets.forEach(target -> target.promise(contract.targets().get(target.priority())));
    }

    /** Everything, member by member, for those who tell what changed. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("email", email);
        map.put("phone", phone);
        map.put("portal", portal);
        map.put("language", language);
        map.put("contract", contract().toMap());
        return map;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public VendorAddress address() {
        return new VendorAddress(email, phone, portal, language);
    }

    public UnderpinningContract contract() {
        Map<Priority, VendorTimes> promised = new EnumMap<>(Priority.class);
        targets.forEach(target -> promised.put(target.priority(), target.times()));
        return new UnderpinningContract(contractReference, calendar, promised, Duration.ofMinutes(chaseEveryMinutes));
    }
}
