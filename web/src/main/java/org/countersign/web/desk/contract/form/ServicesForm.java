package org.countersign.web.desk.contract.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.ServiceAgreement;

/** The services of the contract in the form: the document lists them apart from the availability that is promised for some. */
final class ServicesForm {

    private static final Pattern PROMISE = Pattern.compile("availability\\[([0-9]{1,3})](?:\\.(.+))?");

    private final FormRows<ServiceForm> rows;

    /** @param shown how many rows the form had that was sent; {@code null} when it is opened */
    ServicesForm(ServiceAgreement said, Long shown, Locale locale) {
        rows = new FormRows<>(
                "services",
                said.services(),
                shown,
                (place, service) -> new ServiceForm(
                        place,
                        service,
                        service == null
                                ? null
                                : said.availability().stream().filter(target -> target.isFor(service.name())).findFirst().orElse(null),
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

    private List<ServiceForm> promised() {
        return rows.getRows().stream().filter(ServiceForm::isPromised).toList();
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
