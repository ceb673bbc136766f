package org.countersign.web.desk.contract.form;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A word of an agreement that a form lets tick. */
public final class Choice {

    private final String word;
    private final String label;
    private boolean chosen;

    private Choice(String word, String label, boolean chosen) {
        this.word = word;
        this.label = label;
        this.chosen = chosen;
    }

    /** All words that are known, with those ticked that were said. */
    static List<Choice> of(List<String> known, Collection<String> said, Function<String, String> label) {
        return known.stream().map(word -> new Choice(word, label.apply(word), said.contains(word))).toList();
    }

    /** The words that are ticked. */
    static List<String> words(List<Choice> choices) {
        return choices.stream().filter(Choice::isChosen).map(choice -> choice.word).toList();
    }

    public String getLabel() {
        return label;
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
