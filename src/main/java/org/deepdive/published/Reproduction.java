package org.deepdive.published;

import java.util.List;
import java.util.Optional;

/** What became of recomputing a published figure. */
public sealed interface Reproduction {

    /** The names of all verdicts in data files, in the order to list them. */
    List<String> VERDICTS = List.of("reproduced", "differs", "not-reproducible", "compared-with");

    /** The figure. */
    PublishedFigure figure();

    /** What became of the words around its number, where they claim something. */
    Optional<ClaimVerdict> claim();

    /** The value computed; absent where there is none. */
    Optional<Computed> computed();

    /** The verdict's name in data files, one of {@link #VERDICTS}. */
    String verdict();

    /** Why it differs or cannot be reproduced, or where it is compared with; empty for a reproduced figure. */
    String reason();

    /** The figure, what was printed, and the verdict with its reason, on one line. */
    default String text() {
        String printed = figure().printed().map(p -> ", printed " + p.text()).orElse("");
        return figure().id() + printed + ": " + verdict() + (reason().isEmpty() ? "" : ". " + reason());
    }

    /** The value computed prints as published; for a finding in words, the data support it. */
    record Reproduced(PublishedFigure figure, Optional<Computed> computed, Optional<ClaimVerdict> claim)
            implements Reproduction {
        @Override
        public String verdict() {
            return "reproduced";
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * The value computed prints otherwise, or the data contradict the finding.
     *
     * @param by how far the value is from the nearest that prints as published; NaN for a finding in words
     * @param reason what would explain it, in sentences, with those of the audit
     * @param audit what an audit of the printed numbers found of the figure
     */
    record Differs(
            PublishedFigure figure,
            Optional<Computed> computed,
            Optional<ClaimVerdict> claim,
            double by,
            String reason,
            List<AuditFinding> audit)
            implements Reproduction {

        public Differs {
            audit = List.copyOf(audit);
        }

        @Override
        public String verdict() {
            return "differs";
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** No value can be computed from the data there are. */
    record NotReproducible(PublishedFigure figure, String reason, Optional<ClaimVerdict> claim)
            implements Reproduction {
        @Override
        public String verdict() {
            return "not-reproducible";
        }

        @Override
        public Optional<Computed> computed() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A finding that claims nothing by itself and prints no number: it is the other side of a comparison that other rows
     * make, and is told with them.
     *
     * @param in the ids of the rows that make the comparison, in document order; at least one
     */
    record Comparand(PublishedFigure figure, List<String> in) implements Reproduction {

        public Comparand {
            in = List.copyOf(in);
        }

        @Override
        public String verdict() {
            return "compared-with";
        }

        @Override
        public String reason() {
            return "It claims nothing by itself: it is the other side of the comparison in " + String.join(", ", in)
                    + ".";
        }

        @Override
        public Optional<ClaimVerdict> claim() {
            return Optional.empty();
        }

        @Override
        public Optional<Computed> computed() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
