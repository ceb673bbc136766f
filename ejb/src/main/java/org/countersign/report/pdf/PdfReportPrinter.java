package org.countersign.report.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import org.countersign.report.model.ReportPrinter;
import org.countersign.report.model.ServiceReport;

/** {@link ReportPrinter} with the product's PDF engine. */
@ApplicationScoped
public class PdfReportPrinter implements ReportPrinter {

    private final ServiceReportPdf pdf = new ServiceReportPdf(new PdfEngine());

    @Override
    public byte[] print(ServiceReport report) {
        return pdf.render(report);
    }
}
