package org.countersign.web.ticket;

import jakarta.faces.model.SelectItem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.countersign.customer.model.Category;
import org.countersign.kernel.Texts;

/** Categories to choose from, with the level that works on each. */
public final class CategoryItems {

    private CategoryItems() {}

    public static List<SelectItem> of(Collection<Category> categories, Locale locale) {
        return categories.stream().map(category -> new SelectItem(category.code(), label(category, locale))).toList();
    }

    private static String label(Category category, Locale locale) {
        return category.level() == null ? category.title() : category.title() + " · " + Texts.of(locale, category.level());
    }
}
