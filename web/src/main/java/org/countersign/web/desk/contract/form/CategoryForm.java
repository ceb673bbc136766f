package org.countersign.web.desk.contract.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.Category;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.TicketKind;

/** A kind of work in the form. */
public final class CategoryForm extends FormRow {

    private final List<Choice> kinds;
    private String code;
    private String title;
    private SupportLevel level;
    private boolean direct;

    /** @param category {@code null} for one that is added */
    CategoryForm(int place, Category category, Locale locale) {
        super("category", "contract.terms.category", place, locale);
        kinds = Choice.of(
                AgreementVocabulary.KINDS, category == null ? List.of() : category.kinds(), kind -> Texts.of(locale, TicketKind.valueOf(kind)));
        if (category != null) {
            code = category.code();
            title = category.title();
            level = category.level();
            direct = category.direct();
        }
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("category", code == null ? "" : code);
        map.put("title", title == null ? "" : title);
        map.put("level", level == null ? null : level.name());
        map.put("direct", direct);
        map.put("kinds", Choice.words(kinds));
        return map;
    }

    @Override
    FormInput at(String inside) {
        return switch (inside) {
            case "title" -> labelled("title", "contract.category.title");
            case "level", "direct" -> labelled("level", "ticket.level");
            default -> labelled("code", "contract.terms.code");
        };
    }

    public List<Choice> getKinds() {
        return kinds;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    @Override
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** {@code null} where it is decided ticket by ticket. */
    public SupportLevel getLevel() {
        return level;
    }

    public void setLevel(SupportLevel level) {
        this.level = level;
    }

    /** Whether reports of it open at that level. */
    public boolean isDirect() {
        return direct;
    }

    public void setDirect(boolean direct) {
        this.direct = direct;
    }
}
