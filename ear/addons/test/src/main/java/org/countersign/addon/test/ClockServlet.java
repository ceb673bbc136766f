package org.countersign.addon.test;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.countersign.kernel.ApplicationClock;

/**
 * The clock that the whole application reads, for journeys that live through days: {@code GET /api/v1/test/clock} tells the present,
 * {@code PUT} with <code>{"now": "2026-03-02T09:00:00Z"}</code> makes that instant the present (time flows on from there),
 * {@code DELETE} returns to the system's time. Every call answers <code>{"now": …}</code>; a body that is not understood gets 400.
 */
@WebServlet("/clock")
public class ClockServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell(response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OffsetDateTime present;
        try (JsonReader body = Json.createReader(request.getInputStream())) {
            JsonObject object = body.readObject();
            JsonString text = object.getJsonString("now");
            present = OffsetDateTime.parse(text == null ? "" : text.getString());
        } catch (JsonException | ClassCastException | DateTimeException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "Expected {\"now\": \"<instant with offset>\"}");
            return;
        }
        ApplicationClock.shared().moveTo(present.toInstant());
        tell(response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationClock.shared().reset();
        tell(response);
    }

    private static void tell(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        JsonObject answer = Json.createObjectBuilder()
                .add("now", ApplicationClock.shared().instant().toString())
                .build();
        response.getWriter().write(answer.toString());
    }
}
