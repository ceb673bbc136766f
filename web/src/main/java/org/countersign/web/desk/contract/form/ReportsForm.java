package org.countersign.web.desk.contract.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.customer.model.MinimumContent;
import org.countersign.customer.model.ReportPart;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.kernel.Texts;
import org.countersign.web.support.ScreenTexts;

/** What the form says of reports: what they have at least, and the environments that they may be about. Names stand one on a line. */
public final class ReportsForm {

    private final Locale locale;
    private final List<String> said;
    private final List<Choice> parts;
    private String facts;
    private String environments;

    ReportsForm(ServiceAgreement agreement, Locale locale) {
        this.locale = locale;
        said = agreement.minimum().demanded();
        parts = Choice.of(
                Arrays.stream(ReportPart.values()).map(Enum::name).toList(), said, part -> Texts.of(locale, ReportPart.valueOf(part)));
        facts = said.stream()
                .filter(one -> one.startsWith(MinimumContent.FIELD))
                .map(one -> one.substring(MinimumContent.FIELD.length()))
                .collect(Collectors.joining("\n"));
        environments = String.join("\n", agreement.environments().names());
    }

    /** In the order of the version that the form starts from, where nothing else is demanded now. */
    List<String> minimum() {
        List<String> demanded = new ArrayList<>(Choice.words(parts));
        lines(facts).forEach(fact -> demanded.add(MinimumContent.FIELD + fact));
        return demanded.size() == said.size() && new HashSet<>(demanded).equals(new HashSet<>(said)) ? said : demanded;
    }

    List<String> environments() {
        return lines(environments);
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    Optional<FormInput> at(String place) {
        if (place.startsWith("minimum")) {
            return Optional.of(new FormInput("terms:facts", ScreenTexts.of(locale, "contract.minimum")));
        }
        return place.startsWith("environments")
                ? Optional.of(new FormInput("terms:environments", ScreenTexts.of(locale, "contract.environments")))
                : Optional.empty();
    }

    public List<Choice> getParts() {
        return parts;
    }

    /** Further facts, by name. */
    public String getFacts() {
        return facts;
    }

    public void setFacts(String facts) {
        this.facts = facts;
    }

    public String getEnvironments() {
        return environments;
    }

    public void setEnvironments(String environments) {
        this.environments = environments;
    }
}
