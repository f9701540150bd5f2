package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study is read whole, or refused with the place of the mistake. */
class StudyReaderTest {

    private static final String VARIABLES = """
            id,id,Respondent,,everyone,,,
            weight,weight,Weight,,everyone,,,
            quarter,wave,Quarter,,everyone,q1,First,valid
            quarter,,,,,q2,Second,valid
            sex,nominal,Sex,How do you describe yourself?,everyone,female,Women,valid
            sex,,,,,male,Men,valid
            news,multiple,News,,everyone,paper,Newspaper,valid
            news,,,,,radio,Radio,valid
            """;
    private static final String DESIGN = "design: {weight: weight, strata: [sex], wave: quarter}\n";

    @TempDir
    Path temp;

    private StudyFolder folder() {
        return new StudyFolder(temp, "small");
    }

    private static void assertRefused(StudyFolder folder, String message) {
        assertThatThrownBy(folder::read).isInstanceOf(InputException.class).hasMessageStartingWith(message);
    }

    @Test
    void the_packaged_survey_is_read() {
        StudyReader studies = new StudyReader(DataFolder.packaged());
        assertThat(studies.slugs()).contains("pcss", "residents").isSorted();
        Study pcss = studies.read("pcss");
        assertThat(pcss.title()).isEqualTo("Policing and Community Safety Survey");
        assertThat(pcss.provenance().publisher()).isEqualTo("Greater Manchester Combined Authority");
        assertThat(pcss.design())
                .contains(new SurveyDesign(
                        "weight",
                        List.of("district", "wave"),
                        List.of(),
                        List.of(),
                        false,
                        Optional.of("wave"),
                        SurveyDesign.Lonely.FAIL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(pcss.waves().orElseThrow().codes())
                .hasSize(19)
                .startsWith("2019Q3")
                .endsWith("2024Q1");
        assertThat(pcss.measure("safe_local"))
                .isEqualTo(new Measure.Percentage(
                        "safe_local",
                        "Feel very or fairly safe in the local area",
                        "Feel safe locally",
                        "safe_local",
                        List.of("very_safe", "fairly_safe"),
                        List.of("refused")));
        assertThat(pcss.measure("base")).isEqualTo(new Measure.Base());
        assertThat(pcss.tallies()).isEmpty();
        assertThat(pcss.codebook().variable("safe_local").category("dont_know").status())
                .isEqualTo(Category.Status.DONT_KNOW);
    }

    @Test
    void what_only_some_were_asked_says_whom() {
        Codebook pcss = new StudyReader(DataFolder.packaged()).read("pcss").codebook();
        assertThat(pcss.variable("trust").askedOf()).isEqualTo("trust_asked:yes");
        assertThat(pcss.variable("contact_satisfaction").askedOf()).isEqualTo("police_contact:yes");
        assertThat(pcss.variable("residence").codes())
                .containsExactly("under_1", "1_to_4", "5_to_9", "10_plus", "refused");
        assertThat(pcss.variable("finances").codes())
                .containsExactly("luxuries", "some_luxuries", "essentials", "not_essentials", "dont_know", "refused");
    }

    @Test
    void the_packaged_survey_of_victims_is_read() {
        Study victims = new StudyReader(DataFolder.packaged()).read("victims");
        assertThat(victims.title()).isEqualTo("Victims’ Survey");
        assertThat(victims.waves().orElseThrow().codes()).containsExactly("w1", "w2");
        assertThat(victims.requireDesign().strata()).containsExactly("wave");
        assertThat(victims.codebook().variable("dissatisfied_reason").askedOf())
                .isEqualTo("satisfaction:fairly_dissatisfied/very_dissatisfied");
        assertThat(victims.measure("very_dissatisfied"))
                .isEqualTo(new Measure.Percentage(
                        "very_dissatisfied",
                        "Very dissatisfied with the service received from GMP",
                        "Very dissatisfied",
                        "satisfaction",
                        List.of("very_dissatisfied"),
                        List.of("refused")));
    }

    @Test
    void the_packaged_study_of_counts_is_read() {
        Study residents = new StudyReader(DataFolder.packaged()).read("residents");
        assertThat(residents.design()).isEmpty();
        assertThat(residents.codebook().variables()).isEmpty();
        assertThat(residents.tallies("district"))
                .hasSizeGreaterThan(9)
                .contains(new Tally("district", new Category("bury", "Bury", Category.Status.VALID), 55, 790, "table"));
        assertThat(residents.measure("q1_feel_safe"))
                .isInstanceOfSatisfying(
                        Measure.RankScore.class, q -> assertThat(q.pointsEach()).isEqualTo(6));
        assertThat(List.of("q7_importance", "q9_importance", "q11_importance"))
                .allSatisfy(name -> assertThat(residents.measure(name))
                        .isInstanceOfSatisfying(
                                Measure.Unpublished.class,
                                q -> assertThat(q.options()).hasSize(5)));
        assertThatThrownBy(residents::requireDesign)
                .isInstanceOf(InputException.class)
                .hasMessage("The study \"residents\" has published counts only, no respondents."
                        + " Ask for one of its measures without breakdown, filter or wave.");
    }

    @Test
    void the_packaged_points_of_every_rank_question_are_those_its_respondents_can_give() {
        for (String slug : List.of("residents", "partners")) {
            Study study = new StudyReader(DataFolder.packaged()).read(slug);
            assertThat(study.measures())
                    .filteredOn(Measure.RankScore.class::isInstance)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(measure -> {
                        List<Tally> tallies = study.tallies(measure.name());
                        assertThat(tallies.stream().mapToLong(Tally::count).sum())
                                .as(measure.name())
                                .isEqualTo((long) tallies.get(0).respondents()
                                        * ((Measure.RankScore) measure).pointsEach());
                    });
        }
        Study partners = new StudyReader(DataFolder.packaged()).read("partners");
        assertThat(partners.measure("q10_inequalities"))
                .isInstanceOfSatisfying(
                        Measure.RankScore.class, q -> assertThat(q.pointsEach()).isEqualTo(3));
        assertThat(partners.tallies("area").stream().mapToLong(Tally::count).sum())
                .isEqualTo(121);
    }

    @Test
    void every_packaged_study_can_be_read() {
        StudyReader studies = new StudyReader(DataFolder.packaged());
        assertThat(studies.readAll()).extracting(Study::slug).isEqualTo(studies.slugs());
    }

    @Test
    void an_unknown_study_is_named_with_the_nearest() {
        assertThatThrownBy(() -> new StudyReader(DataFolder.packaged()).read("resident"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no study \"resident\". Did you mean \"residents\"? Allowed: ");
    }

    @Test
    void a_measure_of_each_kind_is_read() {
        Study study = folder().codebook(VARIABLES).study(DESIGN + """
                        measures:
                          - {name: women, label: Women, kind: percentage, variable: sex, net: [female]}
                          - {name: sexes, label: Sex, short: S, kind: distribution, variable: sex, exclude: [male]}
                          - {name: score, label: Score, kind: mean, variable: sex, scores: {female: 2, male: -0.5}}
                          - {name: news, label: News, kind: multiple, variable: news}
                        """).read();
        assertThat(study.measures())
                .containsExactly(
                        new Measure.Percentage("women", "Women", "Women", "sex", List.of("female"), List.of()),
                        new Measure.Distribution("sexes", "Sex", "S", "sex", List.of("male")),
                        new Measure.Mean("score", "Score", "Score", "sex", Map.of("female", 2.0, "male", -0.5)),
                        new Measure.MultipleResponse("news", "News", "News", "news"),
                        new Measure.Base());
    }

    @Test
    void a_broken_yaml_file_is_refused_with_its_line() {
        assertThatThrownBy(() -> folder().codebook(VARIABLES)
                        .rawStudy("slug: small\ntitle: [one\nx: 1\n")
                        .read())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("small/study.yaml is not valid YAML: ")
                .hasMessageEndingWith("See line 3.");
        assertThatThrownBy(() -> folder().rawStudy("slug: small\nslug: other\n").read())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("small/study.yaml is not valid YAML: Duplicate field 'slug'");
    }

    @Test
    void an_empty_study_file_is_refused() {
        assertRefused(folder().codebook(VARIABLES).rawStudy(""), "small/study.yaml lacks \"slug\". Add it.");
    }

    @Test
    void a_slug_that_is_not_the_folders_is_refused() {
        assertRefused(
                folder().codebook(VARIABLES).rawStudy("slug: smal\n"),
                "small/study.yaml has the slug \"smal\". The slug and the folder must have one name.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | small/study.yaml lacks "design". Add it.
            design: {strata: [sex]}                        | small/study.yaml, design lacks "weight". Add it.
            design: {weight: weight, strata: [sx]}         | small/study.yaml, design: There is no variable "sx". Did you mean "sex"?
            design: {weight: weight, strata: [news]}       | small/study.yaml, design: "news" is not a variable with one answer a respondent.
            design: {weight: weight, strata: sex}          | small/study.yaml, design: "strata" is not a list.
            design: weighted                               | small/study.yaml: "design" is not a mapping of names to values.
            design: {weight: weight, clusters: psu}        | small/study.yaml, design: There is no setting of a design "clusters". Did you mean "cluster"? Allowed: weight, strata, cluster, nest, fpc, wave, lonely, population_size, replicates, calibration.
            design: {weight: weight, cluster: [a, b, c]}   | small/study.yaml, design: "cluster" names 3 stages of sampling units. Name the primary and the secondary sampling units; later stages hardly add to a variance.
            design: {weight: w, cluster: [a, b], fpc: f}   | small/study.yaml, design: "fpc" has 1 column, "cluster" 2 columns. Name one column of fpc for each stage of sampling, the primary units' first.
            design: {weight: w, fpc: [f, g]}               | small/study.yaml, design: "fpc" has 2 columns, "cluster" 0 columns. Name one column of fpc for each stage
            design: {weight: w, cluster: {a: b}}           | small/study.yaml, design: "cluster" is not a list. Write it out there.
            design: {weight: w, nest: true}                | small/study.yaml, design: "nest" is set without "cluster". Name the clusters or leave nest out.
            design: {weight: w, cluster: a, nest: please}  | small/study.yaml, design: "nest" is not true or false. Write it out there.
            design: {weight: w, population_size: 2.5m}     | small/study.yaml, design: "population_size" is "2.5m". Write a number above 0, without separators.
            design: {weight: weight, wave: wave}           | small/study.yaml, design: There is no variable "wave".
            design: {weight: weight, lonely: remve}        | small/study.yaml: There is no treatment of lonely sampling units "remve". Did you mean "remove"? Allowed: fail, remove, adjust, average.
            """)
    void a_design_must_name_what_the_codebook_holds(String yaml, String message) {
        assertRefused(folder().codebook(VARIABLES).study(yaml.replace("{}", "") + "\n"), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {name: m, kind: mean}                                                             | small/study.yaml, m lacks "label".
            {name: m, label: M, kind: median, variable: sex}                                  | small/study.yaml, m: There is no kind of measure "median". Did you mean "mean"? Allowed: percentage,
            {name: m, label: M, kind: percentage, variable: sx, net: [female]}                | small/study.yaml, m: There is no variable "sx". Did you mean "sex"? Allowed: quarter, sex, news.
            {name: m, label: M, kind: percentage, variable: sex, net: [femal]}                | small/study.yaml, m: There is no category of sex "femal". Did you mean "female"? Allowed: female, male.
            {name: m, label: M, kind: percentage, variable: sex, net: [female], exclude: [x]} | small/study.yaml, m: There is no category of sex "x". Allowed: female, male.
            {name: m, label: M, kind: percentage, variable: sex}                              | small/study.yaml, m lacks "net".
            {name: m, label: M, kind: percentage, variable: news, net: [paper]}               | small/study.yaml, m: "news" is not a variable with one answer a respondent. Use kind: multiple
            {name: m, label: M, kind: distribution, variable: weight}                         | small/study.yaml, m: "weight" is not a variable with one answer a respondent.
            {name: m, label: M, kind: multiple, variable: sex}                                | small/study.yaml, m: "sex" is not a multiple-response variable. Use kind: distribution for "sex".
            {name: m, label: M, kind: mean, variable: sex}                                    | small/study.yaml, m lacks "scores".
            {name: m, label: M, kind: mean, variable: sex, scores: {female: two}}             | small/study.yaml, m: "two" is not a number. Correct the score of female.
            {name: m, label: M, kind: mean, variable: sex, scores: {femal: 2}}                | small/study.yaml, m: There is no category of sex "femal".
            {name: m, label: M, kind: percentage, variable: sex, net: female}                 | small/study.yaml, m: "net" is not a list. Write it out there.
            {name: m, label: M, kind: mean, variable: sex, scores: [1, 2]}                    | small/study.yaml, m: "scores" is not a mapping of names to values.
            {name: base, label: M, kind: distribution, variable: sex}                         | small/study.yaml: There are two measures of the name "base". Rename one; "base" is the number of respondents
            """)
    void a_measure_must_name_what_the_codebook_holds(String measure, String message) {
        assertRefused(folder().codebook(VARIABLES).study(DESIGN + "measures:\n  - " + measure + "\n"), message);
    }

    @Test
    void an_alias_is_refused_and_not_read_as_nothing() {
        assertRefused(
                folder().codebook(VARIABLES).study(DESIGN + """
                        measures:
                          - {name: one, label: One, kind: distribution, variable: sex, exclude: &out [male]}
                          - {name: two, label: Two, kind: distribution, variable: sex, exclude: *out}
                        """),
                "small/study.yaml, two: \"exclude\" is not a list. Write it out there.");
    }

    @Test
    void two_measures_of_one_name_are_refused() {
        String measure = "  - {name: sexes, label: Sex, kind: distribution, variable: sex}\n";
        assertRefused(
                folder().codebook(VARIABLES).study(DESIGN + "measures:\n" + measure + measure),
                "small/study.yaml: There are two measures of the name \"sexes\".");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            columns: {sx: Q1}                | small/study.yaml, microdata, columns: There is no column "sx". Did you mean "sex"? Allowed: weight, id,
            columns: {news.tv: Q1}           | small/study.yaml, microdata, columns: There is no column "news.tv".
            codes: {sx: {1: female}}         | small/study.yaml, microdata, codes: There is no variable "sx". Did you mean "sex"?
            codes: {sex: {1: femal}}         | small/study.yaml, microdata, codes: There is no category of sex "femal". Did you mean "female"? Allowed: female, male.
            codes: {news: {1: paper}}        | small/study.yaml, microdata, codes: "news" is not a variable with one answer a respondent.
            """)
    void a_mapping_must_name_what_the_codebook_holds(String mapping, String message) {
        assertRefused(folder().codebook(VARIABLES).study(DESIGN + "microdata:\n  " + mapping + "\n"), message);
    }

    @Test
    void a_mapping_names_a_file_columns_and_codes() {
        FileMapping mapping = folder().codebook(VARIABLES)
                .study(DESIGN + """
                        microdata:
                          file: people.csv.gz
                          columns: {sex: Q1, weight: wt, news.paper: Q2_1}
                          codes: {sex: {1: female, 2: male}}
                        """)
                .read()
                .mapping()
                .orElseThrow();
        assertThat(mapping.file()).contains(Path.of("people.csv.gz"));
        assertThat(mapping.column("sex")).isEqualTo("Q1");
        assertThat(mapping.column("quarter")).isEqualTo("quarter");
        assertThat(mapping.codes()).isEqualTo(Map.of("sex", Map.of("1", "female", "2", "male")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            region,nominal,Region,,everyone,a-b,A,valid      | small/codebook.csv: The code of region "a-b" has characters that queries cannot hold. Use letters, digits and underscores.
            the region,nominal,Region,,everyone,a,A,valid    | small/codebook.csv: The name of a variable "the region" has characters that queries cannot hold.
            region,nominl,Region,,everyone,a,A,valid         | small/codebook.csv: There is no kind of variable "nominl". Did you mean "nominal"? Allowed: id, wave, weight, nominal, ordinal, multiple, numeric, ranked.
            region,nominal,Region,,everyone,a,A,vald         | small/codebook.csv: There is no status of a category "vald". Did you mean "valid"? Allowed: valid, dont_know, refused.
            sex,nominal,Sex again,,everyone,female,F,valid   | small/codebook.csv: The codebook describes "sex" twice. Keep the rows of one variable together, with one name.
            news,,,,,paper,Newspaper,valid                   | small/codebook.csv: The variable "news" has the code "paper" twice. Give each category a code of its own.
            region,nominal,Region                            | small/codebook.csv is not valid CSV:
            """)
    void a_codebook_must_be_right(String line, String message) {
        assertRefused(folder().study(DESIGN).codebook(VARIABLES + line + "\n"), message);
    }

    @Test
    void a_variable_has_at_most_127_categories() {
        List<String> codes = java.util.stream.IntStream.rangeClosed(1, 128)
                .mapToObj(Integer::toString)
                .toList();
        assertRefused(
                folder().study(DESIGN).codebook(VARIABLES + StudyFolder.variable("ward", "nominal", codes)),
                "small/codebook.csv: The variable \"ward\" has 128 categories. At most 127 are possible; group them.");
        String most = StudyFolder.variable("ward", "nominal", codes.subList(0, 127));
        assertThat(folder().study(DESIGN)
                        .codebook(VARIABLES + most)
                        .read()
                        .codebook()
                        .variable("ward")
                        .codes())
                .hasSize(127);
    }

    @Test
    void a_codebook_must_be_there_with_all_its_columns() throws IOException {
        StudyFolder folder = folder().study(DESIGN);
        assertRefused(folder, "small/codebook.csv does not exist. Add it.");
        folder.codebook("");
        assertRefused(folder, "small/codebook.csv has no line below its header.");
        folder.write("codebook.csv", "variable,kind\nsex,nominal\n");
        assertRefused(folder, "small/codebook.csv lacks the column \"label\". Its columns are variable,kind,");
        Path file = folder.write("codebook.csv", "");
        Files.write(
                file, (StudyFolder.CODEBOOK_HEADER + "a,nominal,É,,,x,X,valid").getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(folder, "small/codebook.csv is not UTF-8 text. Save it as CSV with UTF-8 encoding.");
    }

    @Test
    void a_codebook_may_start_with_a_byte_order_mark() {
        StudyFolder folder = folder().study(DESIGN);
        folder.write("codebook.csv", "\uFEFF" + StudyFolder.CODEBOOK_HEADER + VARIABLES);
        assertThat(folder.read().codebook().has("sex")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            distric,bury,Bury,55,790,table     | small/tallies.csv: There is no measure "distric". Did you mean "district"? Allowed: district.
            district,bury,Bury,many,790,table  | small/tallies.csv: Line 2 has "many" as count. Write a whole number without separators.
            district,bury,Bury,55,7.9e2,table  | small/tallies.csv: Line 2 has "7.9e2" as respondents. Write a whole number without separators.
            """)
    void tallies_are_whole_numbers_of_known_measures(String line, String message) {
        StudyFolder folder = folder().study("""
                tallies: tallies.csv
                measures:
                  - {name: district, label: District, kind: tally_share}
                """);
        folder.write("tallies.csv", "measure,option,label,count,respondents,origin\n" + line + "\n");
        assertRefused(folder, message);
    }

    @Test
    void a_codebook_is_searched_in_names_labels_questions_and_answers() {
        Codebook codebook = folder().study(DESIGN).codebook(VARIABLES).read().codebook();
        assertThat(codebook.search("DESCRIBE YOURSELF"))
                .extracting(Variable::name)
                .containsExactly("sex");
        assertThat(codebook.search("newspaper")).extracting(Variable::name).containsExactly("news");
        assertThat(codebook.search("se")).extracting(Variable::name).containsExactly("quarter", "sex");
        assertThat(codebook.search("purple")).isEmpty();
        assertThat(codebook.search("")).hasSize(5);
        assertThat(codebook.breakdowns()).containsExactly("quarter", "sex", "news");
    }

    @Test
    void two_variables_of_one_name_are_no_codebook() {
        Variable sex = new Variable("sex", Variable.Kind.NOMINAL, "Sex", "", "everyone", List.of());
        assertThatThrownBy(() -> new Codebook(List.of(sex, sex)))
                .isInstanceOf(InputException.class)
                .hasMessage("The codebook describes \"sex\" twice."
                        + " Keep the rows of one variable together, with one name.");
    }

    @Test
    void a_data_folder_that_is_named_must_have_studies() {
        System.setProperty("deepdive.data", temp.resolve("nothing").toString());
        try {
            assertThatThrownBy(DataFolder::find)
                    .isInstanceOf(InputException.class)
                    .hasMessage("The data folder \"" + temp.resolve("nothing") + "\" has no folder \"studies\"."
                            + " Name a folder laid out as data/ of the repository, or unset DEEPDIVE_DATA.");
            folder().study(DESIGN);
            System.setProperty("deepdive.data", temp.toString());
            assertThat(DataFolder.find()).isEqualTo(new DataFolder(temp, true));
            assertThat(DataFolder.find().studies()).containsExactly("small");
        } finally {
            System.clearProperty("deepdive.data");
        }
    }
}
