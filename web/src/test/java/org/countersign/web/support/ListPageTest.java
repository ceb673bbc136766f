package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.CursorPage;
import org.junit.jupiter.api.Test;

class ListPageTest {

    @Test
    void the_first_page_leads_to_the_next_and_the_last_back_to_the_first() {
        ListPage<String> first = ListPage.read(asking(Map.of("q", "a b")), address(), after -> {
            assertThat(after).isNull();
            return new CursorPage<>(List.of("one"), "c 1");
        });
        assertThat(first).isEqualTo(new ListPage<>(List.of("one"), "list.xhtml?q=a+b&after=c+1", null));

        ListPage<String> last = ListPage.read(asking(Map.of("q", "a b", "after", " c 1 ")), address(), after -> {
            assertThat(after).isEqualTo("c 1");
            return new CursorPage<>(List.of("two"), null);
        });
        assertThat(last).isEqualTo(new ListPage<>(List.of("two"), null, "list.xhtml?q=a+b"));
    }

    @Test
    void a_second_list_of_a_page_has_a_parameter_of_its_own() {
        ListPage<String> second = ListPage.read(
                asking(Map.of("after", "1", "passed", "2")), "passed", address(), after -> new CursorPage<>(List.of(after), "3"));

        assertThat(second).isEqualTo(new ListPage<>(List.of("2"), "list.xhtml?q=a+b&passed=3", "list.xhtml?q=a+b"));
    }

    private static Address address() {
        return Address.of("list.xhtml").with("q", "a b").with("state", null);
    }

    private static HttpServletRequest asking(Map<String, String> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ListPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> parameters.get(arguments[0]));
    }
}
