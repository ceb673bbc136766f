package org.countersign.intake.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of one Authentication-Results field (RFC 8601).
 *
 * @param authservId who checked, in lower case
 * @param results the checks, in their order; empty for {@code none}
 */
record AuthenticationResults(String authservId, List<Result> results) {

    /**
     * One check.
     *
     * @param method lower case, without its version, e.g. {@code dkim}
     * @param value lower case, e.g. {@code pass}
     * @param properties {@code ptype.property} in lower case → value, e.g. {@code header.d} → {@code example.org}
     */
    record Result(String method, String value, Map<String, String> properties) {

        boolean passed(String wanted) {
            return method.equals(wanted) && value.equals("pass");
        }
    }

    /** Reads a field's value; empty when it breaks the grammar anywhere, since half a result must not prove a sender. */
    static Optional<AuthenticationResults> parse(String field) {
        List<String> tokens = tokens(field);
        if (tokens.isEmpty() || isSign(tokens.get(0))) {
            return Optional.empty();
        }
        List<List<String>> clauses = new ArrayList<>();
        clauses.add(new ArrayList<>());
        for (String token : tokens) {
            if (token.equals(";")) {
                clauses.add(new ArrayList<>());
            } else {
                clauses.get(clauses.size() - 1).add(token);
            }
        }
        List<String> head = clauses.get(0);
        if (head.size() > 2 || head.size() == 2 && !head.get(1).equals("1")) {
            return Optional.empty();
        }
        List<Result> results = new ArrayList<>();
        for (List<String> clause : clauses.subList(1, clauses.size())) {
            if (clause.isEmpty() || clause.size() == 1 && text(clause.get(0)).equalsIgnoreCase("none")) {
                continue;
            }
            Optional<Result> result = result(clause);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            results.add(result.get());
        }
        return Optional.of(new AuthenticationResults(text(head.get(0)).toLowerCase(Locale.ROOT), List.copyOf(results)));
    }

    /** {@code method[/version]=value [reason=…] {ptype.property=value}} */
    private static Optional<Result> result(List<String> clause) {
        int i = 1;
        if (clause.size() > 3 && clause.get(1).equals("/")) {
            i = 3;
        }
        if (clause.size() < i + 2 || !clause.get(i).equals("=") || isSign(clause.get(0)) || isSign(clause.get(i + 1))) {
            return Optional.empty();
        }
        String method = text(clause.get(0)).toLowerCase(Locale.ROOT);
        String value = text(clause.get(i + 1)).toLowerCase(Locale.ROOT);
        Map<String, String> properties = new HashMap<>();
        for (i += 2; i < clause.size(); i += 3) {
            if (i + 2 >= clause.size() || !clause.get(i + 1).equals("=") || isSign(clause.get(i + 2))) {
                return Optional.empty();
            }
            properties.putIfAbsent(text(clause.get(i)).toLowerCase(Locale.ROOT), text(clause.get(i + 2)));
        }
        return Optional.of(new Result(method, value, Map.copyOf(properties)));
    }

    private static boolean isSign(String token) {
        return token.equals("=") || token.equals("/") || token.equals(";");
    }

    /** A quoted string is marked by a leading quote while tokens are told apart, so that a quoted ";" is no sign. */
    private static String text(String token) {
        return token.startsWith("\"") ? token.substring(1) : token;
    }

    /** Empty when a comment or a quoted string does not end. */
    private static List<String> tokens(String field) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < field.length()) {
            char c = field.charAt(i);
            int end = i + 1;
            if (c == '(') {
                end = endOfComment(field, i);
            } else if (c == '"') {
                StringBuilder quoted = new StringBuilder("\"");
                end = endOfQuoted(field, i, quoted);
                tokens.add(quoted.toString());
            } else if (c == '=' || c == ';') {
                tokens.add(String.valueOf(c));
            } else if (c == '/' && !afterEquals(tokens)) {
                tokens.add("/");
            } else if (!Character.isWhitespace(c)) {
                end = endOfWord(field, i, afterEquals(tokens));
                tokens.add(field.substring(i, end));
            }
            if (end < 0) {
                return List.of();
            }
            i = end;
        }
        return tokens;
    }

    private static boolean afterEquals(List<String> tokens) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals("=");
    }

    /** A value may hold "=" and "/" (base 64 of header.b); a name may not. */
    private static int endOfWord(String field, int start, boolean value) {
        int i = start;
        while (i < field.length()) {
            char c = field.charAt(i);
            if (Character.isWhitespace(c) || c == ';' || c == '(' || c == '"' || !value && (c == '=' || c == '/')) {
                break;
            }
            i++;
        }
        return i;
    }

    private static int endOfComment(String field, int start) {
        int depth = 0;
        for (int i = start; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int endOfQuoted(String field, int start, StringBuilder into) {
        for (int i = start + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' && i + 1 < field.length()) {
                c = field.charAt(++i);
            }
            into.append(c);
        }
        return -1;
    }
}
