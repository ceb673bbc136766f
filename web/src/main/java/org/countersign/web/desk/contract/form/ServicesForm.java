package org.countersign.web.desk.contract.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.ServiceAgreement;

/** The services of the contract in the form: the document lists them apart from the availability that is promised for some. */
final class ServicesForm {

    private static final Pattern PROMISE = Pattern.compile("availability\\[([0-9]{1,3})](?:\\.(.+))?");

    private final FormRows<ServiceForm> rows;
    private final List<AvailabilityTarget> before;

    /** @param shown how many rows the form had that was sent; {@code null} when it is opened */
    ServicesForm(ServiceAgreement said, Long shown, Locale locale) {
        before = said.availability();
        rows = new FormRows<>(
                "services",
                said.services(),
                shown,
                (place, service) -> new ServiceForm(
                        place,
                        service,
                        service == null
                                ? null
                                : before.stream().filter(target -> target.isFor(service.name())).findFirst().orElse(null),
                        locale));
    }

    FormRows<ServiceForm> rows() {
        return rows;
    }

    List<Map<String, Object>> toList() {
        return rows.toList();
    }

    List<Map<String, Object>> promises() {
        return promised().stream().map(ServiceForm::promise).toList();
    }

    /** In the order of the version that the form starts from, those that are new at the end. */
    private List<ServiceForm> promised() {
        return rows.getRows().stream().filter(ServiceForm::isPromised).sorted(Comparator.comparingInt(this::placeBefore)).toList();
    }

    private int placeBefore(ServiceForm service) {
        int place = 0;
        while (place < before.size() && !before.get(place).isFor(service.getName())) {
            place++;
        }
        return place;
    }

    Optional<FormInput> at(String place) {
        Matcher promise = PROMISE.matcher(place);
        if (!promise.matches()) {
            return rows.at(place);
        }
        int number = Integer.parseInt(promise.group(1));
        return number >= promised().size()
                ? Optional.empty()
                : Optional.of(promised().get(number).atPromise(promise.group(2) == null ? "" : promise.group(2)));
    }
}
