package org.countersign.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Priority;
import org.countersign.vendor.model.VendorTimes;
import org.countersign.vendor.service.RecordVendor;
import org.countersign.vendor.service.VendorAdministration;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A vendor with its underpinning contract, or a new one. */
@Named("vendorPage")
@RequestScoped
public class VendorBacking {

    @EJB
    private VendorDirectory directory;

    @EJB
    private VendorAdministration administration;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final Map<String, Times> times = new LinkedHashMap<>();
    private VendorView known;
    private String code;
    private String name;
    private String email;
    private String phone;
    private String portal;
    private String language;
    private String reference;
    private String calendar;
    private Duration chaseEvery;

    /** What is entered for one priority. */
    public static class Times {

        private Duration response;
        private Duration resolution;

        public Duration getResponse() {
            return response;
        }

        public void setResponse(Duration response) {
            this.response = response;
        }

        public Duration getResolution() {
            return resolution;
        }

        public void setResolution(Duration resolution) {
            this.resolution = resolution;
        }
    }

    @PostConstruct
    void begin() {
        for (Priority priority : Priority.values()) {
            times.put(priority.name(), new Times());
        }
        language = reader.getLanguage();
        if (asked() != null) {
            directory.known(asked()).ifPresent(this::show);
        }
    }

    private String asked() {
        return Parameters.text(request, "code");
    }

    private void show(VendorView vendor) {
        known = vendor;
        code = vendor.code();
        name = vendor.name();
        email = vendor.address().email();
        phone = vendor.address().phone();
        portal = vendor.address().portal();
        language = vendor.address().language();
        reference = vendor.contract().reference();
        calendar = vendor.contract().calendar();
        chaseEvery = vendor.contract().chaseEvery();
        vendor.contract().targets().forEach((priority, promised) -> {
            times.get(priority.name()).setResponse(promised.response());
            times.get(priority.name()).setResolution(promised.resolution());
        });
    }

    /** Called before the page is shown, so that a vendor that is not there is answered as such. */
    public void load() {
        if (asked() != null && known == null) {
            throw BusinessRuleViolation.notFound("vendor", asked());
        }
    }

    /** The vendor as it was when the page was asked for; {@code null} for a new one. */
    public VendorView getKnown() {
        return known;
    }

    /** Whether the reader may change vendors. */
    public boolean isEditable() {
        return reader.has(Role.MANAGER_ROLE) || reader.has(Role.ADMIN_ROLE);
    }

    public String save() {
        if (!messages.attempt(() -> {
            requireNew();
            record(known == null ? null : Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale(code)));
        })) {
            return null;
        }
        messages.success("vendor.done.saved", code.strip());
        return Address.of("/admin/vendor.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
    }

    /** Who enters a new vendor must not overwrite one that is there. */
    private void requireNew() {
        if (known == null && directory.known(code).isPresent()) {
            throw BusinessRuleViolation.invalid("code", "code-taken", code.strip());
        }
    }

    private void record(Long seen) {
        try {
            Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
            for (Priority priority : Priority.values()) {
                Times entered = times.get(priority.name());
                targets.put(priority, new VendorTimes(entered.getResponse(), entered.getResolution()));
            }
            administration.record(
                    new RecordVendor(
                            code, name, email, phone, portal, language, reference, calendar, targets, chaseEvery),
                    seen);
        } catch (BusinessRuleViolation refusal) {
            throw refusal.field() == null || !refusal.field().startsWith("contract.") ? refusal : atInput(refusal);
        }
    }

    /** {@code contract.targets.P1.response} is the input {@code P1response}. */
    private static BusinessRuleViolation atInput(BusinessRuleViolation refusal) {
        String input = refusal.field().replaceFirst("contract\\.(targets\\.)?", "").replace(".", "");
        return BusinessRuleViolation.invalid(input, refusal.code(), refusal.arguments().toArray());
    }

    public List<String> getCalendars() {
        return customers.calendars();
    }

    public Map<String, Times> getTimes() {
        return times;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = known == null ? code : known.code();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getPortal() {
        return portal;
    }

    public void setPortal(String portal) {
        this.portal = portal;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public Duration getChaseEvery() {
        return chaseEvery;
    }

    public void setChaseEvery(Duration chaseEvery) {
        this.chaseEvery = chaseEvery;
    }
}
