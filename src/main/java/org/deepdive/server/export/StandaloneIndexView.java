package org.deepdive.server.export;

import java.util.List;

/**
 * A list of deep-dives as a page without a server; each is in the folder of its slug.
 *
 * @param page what stands around it
 * @param deepDives the deep-dives
 */
public record StandaloneIndexView(StandalonePage page, List<DeepDiveExport> deepDives) {}
