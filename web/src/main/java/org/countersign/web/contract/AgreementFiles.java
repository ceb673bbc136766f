package org.countersign.web.contract;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.web.support.Downloads;
import org.countersign.web.support.FileServlet;

/** Agreements as files: {@code /files/agreement/<contract>/<version>}. */
@WebServlet("/files/agreement/*")
public class AgreementFiles extends FileServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient ContractAgreements agreements;

    public AgreementFiles() {
        super("/([A-Z0-9._-]{1,40})/([0-9]{1,9})");
    }

    @Override
    protected void send(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = path.group(1);
        int number = Integer.parseInt(path.group(2));
        byte[] content = agreements.print(agreements.version(code, number).agreement()).getBytes(StandardCharsets.UTF_8);
        write(response, Downloads.disposition(code + "-" + number + ".yaml"), "sandbox", "application/yaml", content);
    }
}
