package org.countersign.rota.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.countersign.kernel.InstallationName;
import org.countersign.kernel.Texts;
import org.countersign.rota.model.DutyCalendarWriter;

/**
 * {@link DutyCalendarWriter} with iCal4j. All times are UTC, so no program has to know when clocks change. What was written once is written
 * the same again while nothing changes.
 */
@ApplicationScoped
public class ICalDutyCalendar implements DutyCalendarWriter {

    private static final String PRODUCT = "-//Countersign//Duties//EN";

    @Override
    public String write(String language, List<Entry> entries) {
        Locale locale = Texts.supported(Locale.forLanguageTag(language));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", text(locale, "duty-calendar.name")));
        entries.forEach(entry -> calendar.add(event(entry, locale)));
        StringWriter written = new StringWriter();
        try {
            // A calendar without events is one of a person without duties; the grammar's "at least one component" helps nobody there.
            new CalendarOutputter(false).output(calendar, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private static VEvent event(Entry entry, Locale locale) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(entry.id() + "@" + InstallationName.configured()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new DtStart<>(entry.from()));
        event.add(new DtEnd<>(entry.until()));
        event.add(new Summary(text(locale, entry.backup() ? "duty-calendar.backup" : "duty-calendar.responsible", entry.rota())));
        // To be on duty is no appointment: the time stays free for others to see.
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Texts.find(locale, key, arguments).orElse(key);
    }
}
