package org.countersign.web.identity;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * "I am still here": keeps the session of a reader who reads or writes for long. Nothing but the request itself is needed for that; without
 * a session the container answers with the way to the sign-in.
 */
@WebServlet("/account/still-here")
public class StillHere extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
