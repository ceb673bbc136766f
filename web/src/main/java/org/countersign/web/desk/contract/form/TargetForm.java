package org.countersign.web.desk.contract.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TargetStart;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.TicketKind;

/** One set of targets in the form: which tickets it is for, from when on its time counts, what pauses it, and what it promises. */
public final class TargetForm extends FormRow {

    /** What a set that is added starts from: the usual waits, and nothing promised yet. */
    private static final TargetSet NEW =
            new TargetSet(List.of(), List.of(), List.of(), false, TargetStart.RECEIPT, Map.of(), Map.of());

    private static final Pattern TIME = Pattern.compile("priorities\\.(P[1-5])\\.(response|update|resolution)");

    private final List<Choice> kinds;
    private final List<Choice> channels;
    private final List<Choice> criticalities;
    private final List<Pauses> pauses;
    private final List<TargetRow> rows;
    private boolean maintenance;
    private TargetStart starts;

    /** The waits in which the time of one target does not count. */
    public record Pauses(ServiceTarget target, List<Choice> waits) {}

    /**
     * @param place among the sets of the form
     * @param said {@code null} for one that is added
     */
    TargetForm(int place, TargetSet said, Locale locale) {
        super("set", "contract.terms.set", place, locale);
        TargetSet set = said == null ? NEW : said;
        kinds = Choice.of(AgreementVocabulary.KINDS, set.kinds(), kind -> Texts.of(locale, TicketKind.valueOf(kind)));
        channels = Choice.of(AgreementVocabulary.CHANNELS, set.channels(), channel -> Texts.of(locale, Channel.valueOf(channel)));
        criticalities = Choice.of(
                Arrays.stream(Criticality.values()).map(Enum::name).toList(),
                set.criticalities().stream().map(Enum::name).toList(),
                criticality -> Texts.of(locale, Criticality.valueOf(criticality)));
        maintenance = set.maintenance();
        starts = set.starts();
        pauses = Arrays.stream(ServiceTarget.values())
                .map(target -> new Pauses(
                        target,
                        Choice.of(
                                AgreementVocabulary.WAITS,
                                set.pausedBy().get(target),
                                wait -> Texts.of(locale, HoldReason.valueOf(wait)))))
                .toList();
        rows = new ArrayList<>();
        for (String priority : AgreementVocabulary.PRIORITIES) {
            rows.add(new TargetRow(this, rows.size(), priority, set.priorities().get(priority)));
        }
    }

    @Override
    List<FormInput> malformed() {
        return rows.stream().flatMap(row -> row.malformed().stream()).toList();
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kinds", Choice.words(kinds));
        map.put("channels", Choice.words(channels));
        map.put("criticalities", Choice.words(criticalities));
        map.put("maintenance", maintenance);
        map.put("starts", starts.name());
        Map<String, Object> pausedBy = new LinkedHashMap<>();
        pauses.forEach(of -> pausedBy.put(of.target().name().toLowerCase(Locale.ROOT), Choice.words(of.waits())));
        map.put("pausedBy", pausedBy);
        Map<String, Object> priorities = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.isEmpty()).forEach(row -> priorities.put(row.getPriority(), row.toMap()));
        map.put("priorities", priorities);
        return map;
    }

    /** Where the tickets are named that the set is for, unless it is about times. */
    @Override
    FormInput at(String inside) {
        Matcher time = TIME.matcher(inside);
        if (time.matches()) {
            return rows.get(AgreementVocabulary.PRIORITIES.indexOf(time.group(1))).input(ServiceTarget.valueOf(time.group(2).toUpperCase(Locale.ROOT)));
        }
        return inside.startsWith("priorities") ? missing() : labelled("maintenance");
    }

    /** The first promise that is missing. */
    private FormInput missing() {
        return rows.stream().filter(TargetRow::isEmpty).findFirst().orElse(rows.get(0)).input(ServiceTarget.RESPONSE);
    }

    /** Which tickets it is for, in words. */
    @Override
    public String getTitle() {
        return TargetSets.title(
                Choice.words(kinds),
                Choice.words(channels),
                Choice.words(criticalities).stream().map(Criticality::valueOf).toList(),
                maintenance,
                locale());
    }

    public List<Choice> getKinds() {
        return kinds;
    }

    public List<Choice> getChannels() {
        return channels;
    }

    public List<Choice> getCriticalities() {
        return criticalities;
    }

    public List<Pauses> getPauses() {
        return pauses;
    }

    public List<TargetRow> getRows() {
        return rows;
    }

    public boolean isMaintenance() {
        return maintenance;
    }

    public void setMaintenance(boolean maintenance) {
        this.maintenance = maintenance;
    }

    public TargetStart getStarts() {
        return starts;
    }

    public void setStarts(TargetStart starts) {
        this.starts = starts;
    }
}
