package org.deepdive.published;

import java.util.List;

/** One rule of arithmetic that printed numbers must keep; a rule that cannot be applied finds nothing. */
interface AuditCheck {

    /** The check's name in findings. */
    String name();

    /** What breaks the rule, in the order of the figures. */
    List<AuditFinding> findings(AuditMaterial material);
}
