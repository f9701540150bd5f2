package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.deepdive.analysis.AuditReport;
import org.deepdive.published.AuditFinding;
import org.deepdive.server.view.AuditView;
import org.deepdive.server.view.Place;

/** {@code /audit}: what the printed numbers say of one another. */
final class AuditPage {

    private final Site site;

    AuditPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Parameters.only(ctx);
        List<AuditFinding> findings = site.audit();
        site.page(
                ctx,
                "audit.jte",
                new AuditView(
                        site.frame(
                                "Audit of the published figures",
                                "What arithmetic alone finds wrong with the printed numbers, without any respondents.",
                                Place.AUDIT,
                                "/audit"),
                        Verdicts.severities(findings).stream()
                                .map(severity -> new AuditView.SeverityView(
                                        severity,
                                        findings.stream()
                                                .filter(f -> name(f).equals(severity.name()))
                                                .map(this::finding)
                                                .toList()))
                                .toList()));
    }

    private AuditView.FindingView finding(AuditFinding finding) {
        String check = String.join(", ", finding.checks()).replace('-', ' ');
        return new AuditView.FindingView(
                check.substring(0, 1).toUpperCase(Locale.ROOT) + check.substring(1),
                finding.finding(),
                finding.ids().stream()
                        .map(id -> site.workspace().published().figure(id))
                        .toList());
    }

    private static String name(AuditFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    void csv(Context ctx) {
        Responses.csv(ctx, "audit", new AuditReport(site.audit()).csv());
    }

    void json(Context ctx) {
        Responses.json(ctx, "audit", new AuditReport(site.audit()).json());
    }
}
