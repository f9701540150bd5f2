package org.deepdive.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.weighting.Calibration;
import org.deepdive.estimate.weighting.Distance;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.PublishedFigures;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.Microdata;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Sha256;
import org.deepdive.study.Study;

/**
 * The practice file of a study: made on first use, kept, and remade when the generator, the study or the published
 * figures it is fitted to change. The same inputs give the same bytes on every machine.
 */
public final class PracticeData {

    /** The classes that decide what respondents of any study are invented; their code is part of every fingerprint. */
    private static final List<Class<?>> SHARED = List.of(
            PracticeData.class,
            Invention.class,
            Dice.class,
            OutcomeModel.class,
            OutcomeModel.Part.class,
            OutcomeFit.class,
            Respondents.class,
            Target.class,
            FittedWeights.class,
            PracticeFile.class,
            Calibration.class,
            Distance.class);

    private final DataFolder data;
    private final Path folder;

    /** One lock a file, of all that ask for it in this process, so that nobody waits for the file of another study. */
    private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

    /**
     * @param data the folder of studies and published figures
     * @param folder where practice files are kept
     */
    public PracticeData(DataFolder data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** Practice files below {@code data/practice} in a checkout, else in the user's cache folder. */
    public static PracticeData of(DataFolder data) {
        if (data.checkout()) {
            return new PracticeData(data, data.resolve("practice"));
        }
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path home = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new PracticeData(data, home.resolve("deepdive").resolve("practice"));
    }

    /** Where a study's practice file is kept. */
    public Path file(Study study) {
        return folder.resolve(study.slug() + ".csv");
    }

    /** Whether the kept file is what would be made now, and has not been edited or cut since it was made. */
    public boolean isCurrent(Study study) {
        try {
            return Files.exists(file(study))
                    && Files.exists(fingerprintFile(study))
                    && Files.readAllLines(fingerprintFile(study)).equals(fingerprints(study));
        } catch (IOException e) {
            return false;
        }
    }

    /** What is kept beside the file: the fingerprint of what it is made from, and that of its own bytes. */
    private List<String> fingerprints(Study study) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file(study)), sha256)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return List.of(fingerprint(study), Sha256.hex(sha256));
    }

    /** The studies that have practice data. */
    public static List<String> studies() {
        return Invention.ALL.stream().map(Invention::study).toList();
    }

    /**
     * The practice file of a study, made if there is none that is current.
     *
     * @throws InputException where no practice data exist for the study, or they cannot be kept
     */
    public Path ensure(Study study, Progress progress) {
        synchronized (lock(study)) {
            if (!isCurrent(study)) {
                make(study, progress, () -> !isCurrent(study));
            }
            return file(study);
        }
    }

    private Object lock(Study study) {
        return LOCKS.computeIfAbsent(file(study).toAbsolutePath().normalize(), file -> new Object());
    }

    /**
     * Makes the practice file of a study anew.
     *
     * @throws InputException where no practice data exist for the study, or they cannot be kept
     */
    public void make(Study study, Progress progress) {
        synchronized (lock(study)) {
            make(study, progress, () -> true);
        }
    }

    /**
     * Makes the file while no other process does.
     *
     * @param wanted whether it is to be made still, asked once nobody else makes it
     */
    private void make(Study study, Progress progress, BooleanSupplier wanted) {
        Invention invention = invention(study);
        try {
            PracticeFile.requireWritable(folder);
            try (FileChannel alone = FileChannel.open(
                    folder.resolve(study.slug() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // A file of its own, which stays: to open and close a file that is locked lets go of its lock.
                alone.lock();
                if (wanted.getAsBoolean()) {
                    make(study, invention, progress);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        progress.at("Done", 1);
    }

    private void make(Study study, Invention invention, Progress progress) throws IOException {
        Respondents people = invent(study, invention, progress);
        progress.at("Writing the file", 0.9);
        PracticeFile.write(people, study.requireDesign().weight(), file(study));
        Files.write(fingerprintFile(study), fingerprints(study));
    }

    private static Invention invention(Study study) {
        return Invention.of(study.slug())
                .orElseThrow(() -> InputException.unknown("study with practice data", study.slug(), studies()));
    }

    private Respondents invent(Study study, Invention invention, Progress progress) {
        SplittableRandom random = new SplittableRandom(invention.seed());
        List<Target> published = targets(study);
        List<Target> steered = invention.steered(published);
        progress.at("Inventing respondents", 0.02);
        Respondents people = invention.sample(study.codebook(), random.split());
        OutcomeFit fit = new OutcomeFit(study, people, invention.order(), random.split());
        List<OutcomeModel> models = invention.answers(people);
        for (int k = 0; k < models.size(); k++) {
            progress.at("Inventing answers", 0.1 + 0.6 * k / models.size());
            fit.invent(models.get(k), steered);
        }
        progress.at("Calibrating weights", 0.7);
        new FittedWeights(study, people).calibrate(invention.margins(), invention.aimed(published));
        return people;
    }

    private InputException unwritable(IOException cause) {
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        InputException refused = InputException.of(
                "practice-folder",
                "Practice data cannot be kept in the folder \"" + folder.toAbsolutePath() + "\""
                        + (reason == null ? "." : ": " + reason + "."),
                folder.toAbsolutePath(),
                data.checkout()
                        ? "Make it writable, or set DEEPDIVE_DATA to a copy of the data folder that is."
                        : "Make it writable, or set XDG_CACHE_HOME to a folder that is.");
        refused.initCause(cause);
        return refused;
    }

    private Path fingerprintFile(Study study) {
        return folder.resolve(study.slug() + ".fingerprint");
    }

    /** What the practice file is made from, hashed: generator, codebook, study and targets. */
    public String fingerprint(Study study) {
        Invention invention = invention(study);
        StringBuilder text = new StringBuilder().append(invention.seed()).append('\n');
        text.append(study.codebook().variables())
                .append('\n')
                .append(study.measures())
                .append('\n');
        targets(study).forEach(target -> text.append(target).append('\n'));
        MessageDigest sha256 = Sha256.digest();
        sha256.update(text.toString().getBytes(StandardCharsets.UTF_8));
        SHARED.forEach(part -> sha256.update(code(part)));
        invention.code().forEach(part -> sha256.update(code(part)));
        return Sha256.hex(sha256);
    }

    private static byte[] code(Class<?> part) {
        try (InputStream code = part.getResourceAsStream(
                part.getName().substring(part.getPackageName().length() + 1) + ".class")) {
            if (code == null) {
                throw new IllegalStateException("The program was packaged without " + part.getName());
            }
            return code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own code cannot be read: " + part.getName(), e);
        }
    }

    private List<Target> targets(Study study) {
        return Target.among(PublishedFigures.read(data).figures(), study.slug());
    }

    /** Reads the practice file back and measures what it achieved. */
    public PracticeReport report(Study study) {
        Microdata microdata = MicrodataReader.read(study, file(study));
        SurveyEstimates estimates = new SurveyEstimates(microdata);
        List<PublishedFigure> figures = PublishedFigures.read(data).figures();
        Set<String> ids =
                Target.among(figures, study.slug()).stream().map(Target::figure).collect(Collectors.toSet());
        List<PublishedFigure> fitted =
                figures.stream().filter(figure -> ids.contains(figure.id())).toList();
        double[] effects = new double[fitted.size()];
        int reproduced = 0;
        double largest = 0;
        String where = "";
        for (int k = 0; k < effects.length; k++) {
            PublishedFigure figure = fitted.get(k);
            Cell.Estimate estimate =
                    estimates.estimate(figure.query().orElseThrow()).single();
            effects[k] = estimate.deff();
            reproduced += figure.printed().orElseThrow().prints(estimate.value()) ? 1 : 0;
            double gap =
                    Math.abs(estimate.value() - figure.printed().orElseThrow().value());
            if (gap > largest) {
                largest = gap;
                where = figure.id();
            }
        }
        Arrays.sort(effects);
        return new PracticeReport(
                microdata.size(),
                effects.length,
                reproduced,
                kish(microdata.weights()),
                effects[effects.length / 2],
                largest,
                where);
    }

    private static double kish(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return weights.length * squares / (sum * sum);
    }
}
