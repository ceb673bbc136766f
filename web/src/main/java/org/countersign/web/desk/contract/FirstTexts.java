package org.countersign.web.desk.contract;

/** The text that a new contract starts from. */
final class FirstTexts {

    private static final String AGREEMENT = """
            calendar: %s
            language: %s
            firstResponse: {by: [PUBLIC_MESSAGE], automaticMail: false}
            targets:
              - starts: RECEIPT
                pausedBy: {response: [], update: [], resolution: [AWAITING_CUSTOMER]}
                priorities:
                  P1: {response: PT30M, update: PT1H, resolution: PT4H}
                  P2: {response: PT1H, update: PT2H, resolution: PT8H}
                  P3: {response: PT4H, update: PT8H, resolution: PT24H}
                  P4: {response: PT8H, update: PT16H, resolution: PT40H}
                  P5: {response: PT8H, resolution: PT80H}
            """;

    private FirstTexts() {}

    /** @param calendar a code */
    static String agreement(String calendar, String language) {
        return AGREEMENT.formatted(calendar, language);
    }
}
