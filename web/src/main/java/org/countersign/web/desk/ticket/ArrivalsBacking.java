package org.countersign.web.desk.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.Input;
import org.countersign.ticket.model.ArrivalOrder;
import org.countersign.ticket.service.ArrivalProof;
import org.countersign.ticket.service.QueueProof;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** The order of arrival at a queue in a period of whole days, with its witnesses. */
@Named
@RequestScoped
public class ArrivalsBacking {

    private static final int USUAL_DAYS = 7;

    @EJB
    private QueueProof proofs;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    private ArrivalProof proof;

    /** Called before the page is shown. */
    public void load() {
        boolean read = messages.attempt(() -> proof = proofs.proof(
                getContract(),
                getLevel(),
                getFrom().atStartOfDay(zone()).toInstant(),
                getTo().plusDays(1).atStartOfDay(zone()).toInstant(),
                null,
                Parameters.text(request, ListPage.AFTER)));
        if (read) {
            people.meet(proof.arrivals().items().stream().flatMap(row -> row.overtakings().stream()).map(ArrivalProof.Passed::takenBy).toList());
        }
    }

    public String getContract() {
        return String.valueOf(Parameters.text(request, "contract"));
    }

    public SupportLevel getLevel() {
        return Parameters.constant(SupportLevel.class, request, "level").orElse(SupportLevel.L1);
    }

    /** The first day, a week ago unless the address says another. */
    public LocalDate getFrom() {
        return day("from", getTo().minusDays(USUAL_DAYS - 1));
    }

    /** The last day, today unless the address says another. */
    public LocalDate getTo() {
        return day("to", LocalDate.ofInstant(clock.instant(), zone()));
    }

    private LocalDate day(String name, LocalDate usual) {
        try {
            String text = Parameters.text(request, name);
            return text == null ? usual : LocalDate.parse(text).with(Input::inFourDigits);
        } catch (DateTimeException malformed) {
            return usual;
        }
    }

    private ZoneId zone() {
        return reader.getZone();
    }

    /** {@code null} when the period was refused. */
    public ArrivalProof getProof() {
        return proof;
    }

    /** A disagreement of the witnesses in a sentence. */
    public String sentence(ArrivalOrder.Disagreement disagreement) {
        return ScreenTexts.of(
                reader.getLocale(),
                "arrivals.fault." + disagreement.fault(),
                disagreement.ticket(),
                disagreement.than() == null ? "" : disagreement.than());
    }

    /** The beginning of a link's hash; all of it is in the API. */
    public String shortened(String hash) {
        return hash == null ? "" : hash.substring(0, 12) + "…";
    }

    public ListPage<?> getPage() {
        return ListPage.read(request, address(), after -> proof == null ? new CursorPage<>(List.of(), null) : proof.arrivals());
    }

    private Address address() {
        return Address.of("arrivals.xhtml")
                .with("contract", getContract())
                .with("level", getLevel())
                .with("from", getFrom())
                .with("to", getTo());
    }
}
