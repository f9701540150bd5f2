package org.deepdive.analysis;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.disclosure.Gate;
import org.deepdive.disclosure.Rules;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.TallyEstimates;
import org.deepdive.estimate.TrendTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.practice.PracticeData;
import org.deepdive.practice.Progress;
import org.deepdive.published.Answers;
import org.deepdive.published.Audit;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.PublishedFigures;
import org.deepdive.published.Reproducer;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataWarning;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;

/**
 * All studies of a data folder, ready to be asked. Respondents are read when a study is first asked, and kept.
 *
 * <p>A study's respondents come from, in this order: the file given when the workspace was opened; the environment
 * variable {@code DEEPDIVE_FILE_} followed by the study's slug in capitals; the file its {@code study.yaml} names; practice
 * data, made on first use. Safe for use by several threads.
 */
public final class Workspace {

    private final DataFolder data;
    private final Map<String, Study> studies = new LinkedHashMap<>();
    private final Map<String, Path> files;
    private final Progress progress;
    private final boolean session;
    private final Rules rules;
    private final PublishedFigures published;
    private final PracticeData practice;
    private final Map<String, Estimates> estimates = new ConcurrentHashMap<>();
    private final Map<String, Fingerprint> fingerprints = new ConcurrentHashMap<>();
    private final Map<String, DeepDive> deepDives = new ConcurrentHashMap<>();
    private List<Reproduction> reproductions;
    private final Object auditing = new Object();
    private List<AuditFinding> findings;

    private Workspace(DataFolder data, Map<String, Path> files, Progress progress, boolean session) {
        this.data = data;
        this.files = Map.copyOf(files);
        this.progress = progress;
        this.session = session;
        this.rules = Rules.read(data);
        this.published = PublishedFigures.read(data);
        this.practice = PracticeData.of(data);
        new StudyReader(data).readAll().forEach(study -> studies.put(study.slug(), study));
        files.keySet().forEach(this::study);
    }

    /** The workspace of the data folder in force, with the files that the environment names. */
    public static Workspace open() {
        return open(DataFolder.find(), Map.of(), Progress.NONE);
    }

    /**
     * The workspace of a data folder.
     *
     * @param data the folder
     * @param files for each study's slug the file of its respondents, where it is not the usual one
     * @param progress told while practice data are made
     */
    public static Workspace open(DataFolder data, Map<String, Path> files, Progress progress) {
        return new Workspace(data, files, progress, false);
    }

    /** The workspace of a data folder that goes with this session, so that no server reads it. */
    static Workspace ofSession(DataFolder data, Map<String, Path> files) {
        return new Workspace(data, files, Progress.NONE, true);
    }

    /** The data folder. */
    public DataFolder data() {
        return data;
    }

    /** The ways to a result that there are: a study opened for this session alone has pages only on a server named for it. */
    Doors reachable(Doors doors) {
        return session && !LinkServer.isNamed() ? doors.withoutPage() : doors;
    }

    /** All studies, in alphabetical order of slugs. */
    public List<Study> studies() {
        return List.copyOf(studies.values());
    }

    /** The study of that slug, or an error that names the nearest. */
    public Study study(String slug) {
        Study study = studies.get(slug);
        if (study == null) {
            throw InputException.unknown("study", slug, List.copyOf(studies.keySet()));
        }
        return study;
    }

    /** The rules of disclosure in force. */
    public Rules rules() {
        return rules;
    }

    /** All published figures. */
    public PublishedFigures published() {
        return published;
    }

    /** The practice data of this workspace's studies. */
    public PracticeData practice() {
        return practice;
    }

    /**
     * What answers queries to a study, from the holder's own respondents and not yet cleared.
     *
     * @throws InputException where its file cannot be read
     */
    public Estimates estimates(String slug) {
        Study study = study(slug);
        return estimates.computeIfAbsent(slug, s -> load(study));
    }

    /** What may be a mistake in a study's respondents, for their holder; empty for a study of counts. */
    public List<DataWarning> warnings(String slug) {
        return estimates(slug) instanceof SurveyEstimates survey ? survey.data().warnings() : List.of();
    }

    private Estimates load(Study study) {
        if (study.design().isEmpty()) {
            return new TallyEstimates(study);
        }
        Path file = file(study).orElseGet(() -> practice.ensure(study, progress));
        return new SurveyEstimates(MicrodataReader.read(study, file));
    }

    private Optional<Path> file(Study study) {
        if (files.containsKey(study.slug())) {
            return Optional.of(files.get(study.slug()));
        }
        return namedInEnvironment(study.slug())
                .or(() -> study.mapping().orElseThrow().file());
    }

    /** Whether the environment names the file of a study's respondents. */
    public static boolean isNamedInEnvironment(String study) {
        return namedInEnvironment(study).isPresent();
    }

    private static Optional<Path> namedInEnvironment(String study) {
        return Optional.ofNullable(System.getenv("DEEPDIVE_FILE_" + study.toUpperCase(Locale.ROOT)))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /** The same studies, files and rules, read anew: what has changed since is in it. */
    public Workspace reopened() {
        return new Workspace(data, files, progress, session);
    }

    /**
     * The files and folders that answers depend on and that somebody may change: the data folder, where it is one, and the
     * respondents' files. Practice files are not among them; they follow from the rest.
     */
    public List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        if (data.resolve("studies").getFileSystem() == FileSystems.getDefault()) {
            for (String part : List.of("studies", "published", "performance", "engagement", "disclosure.yaml")) {
                sources.add(data.resolve(part));
            }
        }
        studies.values().stream()
                .filter(study -> study.design().isPresent())
                .map(this::file)
                .flatMap(Optional::stream)
                .forEach(sources::add);
        return List.copyOf(sources);
    }

    /**
     * The hashes of what answers a study's questions: its respondents or counts with its description, the disclosure rules,
     * and the program. They are taken once, when they are first asked for.
     */
    public Fingerprint fingerprints(String slug) {
        String respondents = estimates(slug) instanceof SurveyEstimates survey
                ? survey.data().fingerprint()
                : "published counts";
        return fingerprints.computeIfAbsent(
                slug,
                s -> new Fingerprint(
                        Fingerprints.of(List.of(data.resolve("studies").resolve(s)), respondents),
                        Fingerprints.of(List.of(data.resolve("disclosure.yaml"))),
                        Fingerprints.ofCode()));
    }

    /** The hash of the program, the published figures and what else was transcribed from documents. */
    public String programAndDocuments() {
        return Fingerprints.of(
                List.of(data.resolve("published"), data.resolve("performance"), data.resolve("engagement")),
                Fingerprints.ofProgram());
    }

    /** The gate for an audience. */
    public Gate gate(Audience audience) {
        return new Gate(rules, audience);
    }

    /** The cleared answer to a query. */
    public Cleared<EstimateTable> answer(Query query, Audience audience) {
        return gate(audience).estimate(estimates(query.study()), query);
    }

    /** The cleared difference of two queries to one study. */
    public Cleared<Comparison> compare(Query first, Query second, Audience audience) {
        requireOneStudy(List.of(first, second));
        return gate(audience).compare(survey(first.study()), first, second);
    }

    /** The cleared weighted sum of several queries to one study, such as a difference of differences. */
    public Cleared<LinearContrast> contrast(List<Query> queries, List<Double> weights, Audience audience) {
        requireOneStudy(queries);
        return gate(audience).contrast(survey(queries.get(0).study()), queries, weights);
    }

    private static void requireOneStudy(List<Query> queries) {
        List<String> studies = queries.stream().map(Query::study).distinct().toList();
        if (studies.size() > 1) {
            throw InputException.of(
                    "two-studies",
                    "Two studies cannot be compared with one test.",
                    String.join(", ", studies),
                    "Ask both queries of one study.");
        }
    }

    /** The cleared comparisons of a query's groups with one another, or of its waves. */
    public Cleared<ComparisonTable> comparisons(Query query, ComparisonPlan plan, Audience audience) {
        return gate(audience).comparisons(survey(query.study()), query, plan);
    }

    /** The cleared screen of every breakdown of a query's study for its gaps. */
    public Cleared<ScreenTable> screen(Query query, Adjustment adjustment, Audience audience) {
        new QueryCheck(study(query.study())).requireTest(query);
        return gate(audience).screen(survey(query.study()), query, adjustment);
    }

    /** The cleared linear trends of a query over the waves of its study. */
    public Cleared<TrendTable> trends(Query query, Adjustment adjustment, Audience audience) {
        return gate(audience).trends(survey(query.study()), query, adjustment);
    }

    /** The cleared estimates of a query over rolling windows of waves. */
    public Cleared<EstimateTable> rolling(Query query, int waves, Audience audience) {
        return gate(audience).rolling(survey(query.study()), query, waves);
    }

    /** The cleared test of association between a query's breakdown and the answers of its measure. */
    public Cleared<AssociationTest> association(Query query, Audience audience) {
        return gate(audience).association(survey(query.study()), query);
    }

    /** The respondents of a study, or an error for a study of counts. */
    private SurveyEstimates survey(String slug) {
        if (estimates(slug) instanceof SurveyEstimates survey) {
            return survey;
        }
        throw QueryCheck.countsOnly(study(slug));
    }

    /**
     * The cleared answer to a question to a model.
     *
     * @throws InputException for a study of published counts, and where the model cannot be fitted or shown
     */
    public Cleared<Model> model(ModelQuery query, Audience audience) {
        study(query.outcome().study()).requireDesign();
        return gate(audience).model((SurveyEstimates) estimates(query.outcome().study()), query);
    }

    /** The deep-dive of a slug, computed when it is first asked for, and kept. */
    public DeepDive deepDive(String slug) {
        return deepDives.computeIfAbsent(slug, s -> DeepDives.open(this, s));
    }

    /** The deep-dives that are computed already, in the order of their list. */
    public List<DeepDive> computedDeepDives() {
        return DeepDives.slugs().stream()
                .map(deepDives::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What became of every published figure, as an audience may see it; verdicts are reached on exact bases. */
    public List<Reproduction> reproductions(Audience audience) {
        return figures(figure -> true, audience).value();
    }

    /** What became of the published figures that are wanted, in document order, as an audience may see it. */
    public synchronized Cleared<List<Reproduction>> figures(Predicate<PublishedFigure> wanted, Audience audience) {
        if (reproductions == null) {
            // Not in the common pool, all of whose threads may be waiting for the lock held here.
            CompletableFuture<List<AuditFinding>> audited =
                    CompletableFuture.supplyAsync(this::audit, task -> new Thread(task, "audit").start());
            Reproducer reproducer = new Reproducer(published.figures(), audited::join, answersForHolder());
            reproductions = published.figures().parallelStream()
                    .map(reproducer::reproduce)
                    .toList();
        }
        return gate(audience)
                .release(reproductions.stream()
                        .filter(r -> wanted.test(r.figure()))
                        .toList());
    }

    /** What the printed numbers say of one another, most severe first. */
    public List<AuditFinding> audit() {
        synchronized (auditing) {
            if (findings == null) {
                findings = Audit.of(published, studies()).findings();
            }
            return findings;
        }
    }

    private Answers answersForHolder() {
        return new Answers() {
            @Override
            public EstimateTable estimate(Query query) {
                return answer(query, Audience.HOLDER).value();
            }

            @Override
            public Comparison compare(Query first, Query second) {
                return Workspace.this.compare(first, second, Audience.HOLDER).value();
            }

            @Override
            public LinearContrast contrast(List<Query> queries, List<Double> weights) {
                return Workspace.this
                        .contrast(queries, weights, Audience.HOLDER)
                        .value();
            }

            @Override
            public ComparisonTable comparisons(Query query, ComparisonPlan plan) {
                return Workspace.this.comparisons(query, plan, Audience.HOLDER).value();
            }

            @Override
            public AssociationTest association(Query query) {
                return Workspace.this.association(query, Audience.HOLDER).value();
            }
        };
    }
}
