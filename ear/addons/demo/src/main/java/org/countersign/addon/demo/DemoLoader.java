package org.countersign.addon.demo;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.countersign.addon.demo.mail.DemoMail;
import org.countersign.kernel.ApplicationClock;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Settings;

/**
 * Loads the demo at its first start. Each part is remembered when it is done; what was cut off half-way is continued at the next start.
 * While it loads, the application's clock runs through the past, so that everything is as old as it says it is.
 */
@ApplicationScoped
public class DemoLoader {

    private static final Logger LOG = Logger.getLogger(DemoLoader.class.getName());
    private static final String MASTER_DATA = "master-data";
    private static final String STORIES = "stories";

    /** {@code COUNTERSIGN_DEMO_STORIES=false}: customers, contracts and accounts only, no tickets. A later start without it tells them. */
    private static final String STORIES_SETTING = "countersign.demo.stories";

    private static final List<String> DESKS = List.of("desk-a.json", "desk-b.json", "desk-c.json", "desk-d.json", "desk-e.json");

    /** How long before the first start the demo's story begins. */
    static final Duration PAST = Duration.ofDays(77);

    private static final Duration TOKEN_LIFE = Duration.ofDays(3650);

    @Resource(lookup = "java:jboss/datasources/CountersignOwner")
    private DataSource owner;

    @Inject
    private DemoMail mail;

    @EJB
    private MasterDataLoader masterDataLoader;

    void load() throws InterruptedException {
        DemoDatabase database = new DemoDatabase(owner);
        Instant firstStart = database.firstStart();
        ApplicationClock clock = ApplicationClock.shared();
        MasterData data = MasterData.read(LocalDate.ofInstant(firstStart, ZoneOffset.UTC));
        startMail(data);
        try {
            loadMasterData(database, data, firstStart, clock);
            if (Settings.flag(STORIES_SETTING, true)) {
                tellStories(database, firstStart, clock);
            }
        } finally {
            clock.reset();
        }
    }

    private void startMail(MasterData data) {
        Map<String, String> people = new LinkedHashMap<>();
        data.customers().forEach(customer -> customer.contacts().forEach(contact -> people.put(contact.email(), contact.name())));
        Map<String, String> desks = new LinkedHashMap<>();
        Map<String, String> deskOf = new LinkedHashMap<>();
        data.mailboxes().forEach(mailbox -> {
            desks.put(mailbox.address(), mailbox.authservId());
            data.agreements().stream()
                    .filter(agreement -> agreement.contract().code().equals(mailbox.contract()))
                    .forEach(agreement -> agreement.members().forEach(member -> deskOf.put(member.email(), mailbox.address())));
        });
        mail.start(people, desks, deskOf);
    }

    private void loadMasterData(DemoDatabase database, MasterData data, Instant firstStart, ApplicationClock clock) {
        if (database.isDone(MASTER_DATA)) {
            return;
        }
        clock.moveTo(firstStart.minus(PAST));
        CallContext.runAsSystem("the demo", () -> masterDataLoader.load(data, DemoRota.read(firstStart), firstStart.plus(TOKEN_LIFE)));
        database.openAccounts(data.logins().stream().map(MasterData.Login::name).toList());
        database.done(MASTER_DATA);
        LOG.info("The demo's customers, contracts and accounts are loaded.");
    }

    private void tellStories(DemoDatabase database, Instant firstStart, ApplicationClock clock) throws InterruptedException {
        if (database.isDone(STORIES)) {
            return;
        }
        long begin = System.nanoTime();
        StoryTime time = new StoryTime(firstStart);
        List<TicketStory> tickets = new ArrayList<>();
        DESKS.forEach(file -> tickets.addAll(TicketStory.read(file, time)));
        List<OfficeStory> office = OfficeStory.read(time);
        DeskApi api = new DeskApi(address());
        api.awaitAnswers("admin");
        clock.moveTo(firstStart.minus(PAST));
        new StoryTeller(api, clock, time, database).tell(tickets, office);
        database.done(STORIES);
        LOG.info(() -> "The demo's " + tickets.size() + " tickets are loaded, in "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms.");
    }

    private static String address() {
        int port = Integer.getInteger("jboss.http.port", 8080) + Integer.getInteger("jboss.socket.binding.port-offset", 0);
        return "http://" + System.getProperty("jboss.bind.address", "127.0.0.1") + ":" + port;
    }
}
