package org.deepdive.server.view;

import java.util.List;
import org.deepdive.study.DataLabel;

/**
 * The links of a key.
 *
 * @param frame what stands around them
 * @param problem why a key was refused; empty where none was
 * @param links the links, newest first
 * @param known whether a key is known, so that links can be listed
 * @param token what the forms carry, so that no other site can send them
 */
public record LinksView(Frame frame, String problem, List<Row> links, boolean known, String token) {

    /**
     * A link.
     *
     * @param id its id
     * @param path its path
     * @param question the path of its question
     * @param title its title
     * @param note its note
     * @param labels what its numbers were computed from
     * @param created when it was saved
     * @param expires when it expires; empty for never
     * @param state whether it is open, and its numbers are current
     * @param open whether it can be opened, edited and revoked
     */
    public record Row(
            String id,
            String path,
            String question,
            String title,
            String note,
            List<DataLabel> labels,
            String created,
            String expires,
            String state,
            boolean open) {}
}
