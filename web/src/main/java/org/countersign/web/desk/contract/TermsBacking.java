package org.countersign.web.desk.contract;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TargetTimes;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** The next version of a contract by form: its basics and its targets. What the form does not show stays as the latest version has it. */
@Named
@RequestScoped
public class TermsBacking {

    private static final Pattern TARGET = Pattern.compile("targets\\[([0-9]+)]\\.priorities\\.(P[1-5])\\.(response|update|resolution)");

    /** Inputs by the place that a refusal names. */
    private static final Map<String, String> INPUTS = Map.of(
            "calendar", "calendar",
            "language", "language",
            "firstResponse.by", "publicMessage",
            "maintenance.goLive", "goLive",
            "maintenance.until", "until",
            "agreedBy", "agreedBy",
            "inForceFrom", "inForceFrom");

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final List<Row> rows = new ArrayList<>();
    private ContractTerms terms;
    private AgreedVersion latest;
    private String calendar;
    private String language;
    private QueueOrder order;
    private boolean wishMoves;
    private boolean acknowledgement;
    private boolean publicMessage;
    private boolean automaticMail;
    private LocalDate goLive;
    private LocalDate until;
    private String agreedBy;
    private LocalDate inForceFrom;

    /** The targets of one priority in one set; {@code null} where nothing is promised. */
    public static final class Row {

        private final int set;
        private final String title;
        private final String priority;
        private Duration response;
        private Duration update;
        private Duration resolution;

        Row(int set, String title, String priority, TargetTimes times) {
            this.set = set;
            this.title = title;
            this.priority = priority;
            response = times.response();
            update = times.update();
            resolution = times.resolution();
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            put(map, ServiceTarget.RESPONSE, response);
            put(map, ServiceTarget.UPDATE, update);
            put(map, ServiceTarget.RESOLUTION, resolution);
            return map;
        }

        private static void put(Map<String, Object> map, ServiceTarget target, Duration time) {
            if (time != null) {
                map.put(target.name().toLowerCase(Locale.ROOT), time.toString());
            }
        }

        public String getTitle() {
            return title;
        }

        public String getPriority() {
            return priority;
        }

        public Duration getResponse() {
            return response;
        }

        public void setResponse(Duration response) {
            this.response = response;
        }

        public Duration getUpdate() {
            return update;
        }

        public void setUpdate(Duration update) {
            this.update = update;
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
        terms = customers.contract(String.valueOf(Parameters.text(request, "code")));
        latest = agreements.version(terms.code(), null);
        ServiceAgreement said = latest.agreement();
        calendar = said.calendar();
        language = said.language();
        order = said.queue().order();
        wishMoves = said.priority().wishMoves();
        acknowledgement = said.firstResponse().by().contains(ResponseAct.ACKNOWLEDGEMENT);
        publicMessage = said.firstResponse().by().contains(ResponseAct.PUBLIC_MESSAGE);
        automaticMail = said.firstResponse().automaticMail();
        if (said.maintenance() != null) {
            goLive = said.maintenance().goLive();
            until = said.maintenance().until();
        }
        for (int i = 0; i < said.targets().size(); i++) {
            TargetSet set = said.targets().get(i);
            int number = i;
            String title = TargetSets.title(set, reader.getLocale());
            set.priorities().forEach((priority, times) -> rows.add(new Row(number, title, priority, times)));
        }
    }

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getTerms();
    }

    public String record() {
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = agreements.record(
                        terms.code(),
                        agreements.print(ServiceAgreement.of(document())),
                        inForceFrom == null ? null : inForceFrom.atStartOfDay(terms.calendar().zone()).toInstant(),
                        agreedBy,
                        null,
                        RefusedText.seen(request)),
                this::refuse);
        if (!done) {
            return null;
        }
        messages.success("contract.recorded", number[0]);
        return Address.of("/desk/contract/contract.xhtml")
                .with("faces-redirect", "true")
                .with("code", terms.code())
                .with("version", number[0])
                .toString();
    }

    /** The latest version with what was entered in its place. */
    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>(latest.agreement().toMap());
        document.put("calendar", calendar);
        document.put("language", language);
        document.put("queue", Map.of("order", order.name()));
        document.put("priority", with(document.get("priority"), "wishMoves", wishMoves));
        List<String> acts = new ArrayList<>();
        if (acknowledgement) {
            acts.add(ResponseAct.ACKNOWLEDGEMENT.name());
        }
        if (publicMessage) {
            acts.add(ResponseAct.PUBLIC_MESSAGE.name());
        }
        document.put("firstResponse", Map.of("by", acts, "automaticMail", automaticMail));
        document.remove("maintenance");
        if (goLive != null || until != null) {
            Map<String, Object> period = new LinkedHashMap<>();
            if (goLive != null) {
                period.put("goLive", goLive.toString());
            }
            if (until != null) {
                period.put("until", until.toString());
            }
            document.put("maintenance", period);
        }
        List<Object> sets = new ArrayList<>();
        List<?> before = (List<?>) document.get("targets");
        for (int i = 0; i < before.size(); i++) {
            Map<String, Object> priorities = new LinkedHashMap<>();
            for (Row row : rows) {
                if (row.set == i) {
                    priorities.put(row.priority, row.toMap());
                }
            }
            sets.add(with(before.get(i), "priorities", priorities));
        }
        document.put("targets", sets);
        return document;
    }

    private static Map<String, Object> with(Object map, String member, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, old) -> copy.put(String.valueOf(name), old));
        copy.put(member, value);
        return copy;
    }

    /** Shows a refusal where the place that it names was entered; what the form does not show is named by its place. */
    private void refuse(BusinessRuleViolation refused) {
        String place = refused.field();
        Matcher target = TARGET.matcher(String.valueOf(place));
        if (target.matches()) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (row.set == Integer.parseInt(target.group(1)) && row.priority.equals(target.group(2))) {
                    ServiceTarget which = ServiceTarget.valueOf(target.group(3).toUpperCase(Locale.ROOT));
                    messages.refuseAt("terms:row:" + i + ":" + target.group(3), cell(row, which), refused);
                    return;
                }
            }
        }
        if (place == null || INPUTS.containsKey(place)) {
            messages.refuse(place == null ? refused : BusinessRuleViolation.invalid(INPUTS.get(place), refused.code(), refused.arguments().toArray()));
            return;
        }
        messages.error("contract.place", place, ScreenTexts.of(reader.getLocale(), refused.code(), refused.arguments().toArray()));
    }

    /** What an input of the table is, for those who do not see the table. */
    public String cell(Row row, ServiceTarget target) {
        return ScreenTexts.of(
                reader.getLocale(), "contract.terms.cell", row.title + " " + row.priority, Texts.of(reader.getLocale(), target));
    }

    public ContractTerms getTerms() {
        return terms;
    }

    /** Number of the latest version, which the next one follows. */
    public int getLatest() {
        return latest.number();
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<String> getCalendars() {
        return customers.calendars();
    }

    public List<QueueOrder> getOrders() {
        return Arrays.asList(QueueOrder.values());
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public QueueOrder getOrder() {
        return order;
    }

    public void setOrder(QueueOrder order) {
        this.order = order;
    }

    public boolean isWishMoves() {
        return wishMoves;
    }

    public void setWishMoves(boolean wishMoves) {
        this.wishMoves = wishMoves;
    }

    public boolean isAcknowledgement() {
        return acknowledgement;
    }

    public void setAcknowledgement(boolean acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    public boolean isPublicMessage() {
        return publicMessage;
    }

    public void setPublicMessage(boolean publicMessage) {
        this.publicMessage = publicMessage;
    }

    public boolean isAutomaticMail() {
        return automaticMail;
    }

    public void setAutomaticMail(boolean automaticMail) {
        this.automaticMail = automaticMail;
    }

    public LocalDate getGoLive() {
        return goLive;
    }

    public void setGoLive(LocalDate goLive) {
        this.goLive = goLive;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getAgreedBy() {
        return agreedBy;
    }

    public void setAgreedBy(String agreedBy) {
        this.agreedBy = agreedBy;
    }

    public LocalDate getInForceFrom() {
        return inForceFrom;
    }

    public void setInForceFrom(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }
}
