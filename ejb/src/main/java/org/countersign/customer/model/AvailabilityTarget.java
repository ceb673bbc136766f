package org.countersign.customer.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * How available a service is to be, month by month (M126).
 *
 * <pre>{@code
 * availability:
 *   - service: Policy administration     # one of the services of the contract
 *     target: 99.9                       # percent of the month
 *     measured: SERVICE_HOURS            # or ALWAYS
 *     excludes: [AGREED_MAINTENANCE, CUSTOMER_CAUSED]
 * }</pre>
 *
 * @param service as the services of the contract name it
 * @param target percent
 * @param excludes causes of outages whose time counts neither as up nor as down
 */
public record AvailabilityTarget(String service, BigDecimal target, MeasuredHours measured, List<OutageCause> excludes) {

    static final String[] MEMBERS = {"service", "target", "measured", "excludes"};

    private static final List<String> EXCLUDABLE =
            AgreementForm.names(OutageCause.class).stream().filter(cause -> !cause.equals(OutageCause.FAULT.name())).toList();

    public AvailabilityTarget {
        excludes = List.copyOf(excludes);
    }

    static AvailabilityTarget of(AgreementForm form, List<CoveredService> services) {
        BigDecimal target = form.number("target");
        if (target.signum() == 0 || target.compareTo(PenaltyTier.WHOLE) > 0) {
            throw BusinessRuleViolation.invalid(form.at("target"), "availability-target-out-of-range", target.toPlainString());
        }
        return new AvailabilityTarget(
                service(form, services),
                target,
                form.constant("measured", MeasuredHours.class),
                form.words("excludes", EXCLUDABLE).stream().map(OutageCause::valueOf).toList());
    }

    private static String service(AgreementForm form, List<CoveredService> services) {
        String name = form.line("service", 100);
        return services.stream()
                .map(CoveredService::name)
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        form.at("service"),
                        "agreement-service-unknown",
                        name,
                        String.join(", ", services.stream().map(CoveredService::name).toList())));
    }

    public boolean isFor(String name) {
        return name != null && service.equalsIgnoreCase(name.strip());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", service);
        map.put("target", target.toPlainString());
        map.put("measured", measured.name());
        map.put("excludes", excludes.stream().map(Enum::name).toList());
        return map;
    }
}
