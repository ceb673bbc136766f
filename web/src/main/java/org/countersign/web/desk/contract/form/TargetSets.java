package org.countersign.web.desk.contract.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.TargetSet;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.TicketKind;
import org.countersign.web.support.ScreenTexts;

/** Sets of targets in words. */
public final class TargetSets {

    private TargetSets() {}

    /** Which tickets a set is for. */
    public static String title(TargetSet set, Locale locale) {
        return title(set.kinds(), set.channels(), set.criticalities(), set.maintenance(), locale);
    }

    /** Which tickets a set is for that names these. */
    static String title(List<String> kinds, List<String> channels, List<Criticality> criticalities, boolean maintenance, Locale locale) {
        List<String> whose = new ArrayList<>();
        kinds.forEach(kind -> whose.add(Texts.of(locale, TicketKind.valueOf(kind))));
        channels.forEach(channel -> whose.add(ScreenTexts.of(locale, "contract.targets.channel", Texts.of(locale, Channel.valueOf(channel)))));
        criticalities.forEach(criticality -> whose.add(ScreenTexts.of(locale, "contract.criticality", Texts.of(locale, criticality))));
        if (maintenance) {
            whose.add(ScreenTexts.of(locale, "contract.targets.maintenance"));
        }
        return whose.isEmpty() ? ScreenTexts.of(locale, "contract.targets.default") : String.join(", ", whose);
    }
}
