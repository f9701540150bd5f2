# Times R's survey package on the questions of EstimateBenchmark, and on the same respondents.
#
#   Rscript src/bench/R/svyby.R respondents.csv
#
# The file is written by org.deepdive.bench.RespondentCsv. README.md, Performance, has the whole command.

suppressPackageStartupMessages(library(survey))
d <- read.csv(commandArgs(TRUE)[1])
for (v in c("sex", "age_band", "ethnicity")) d[[v]] <- factor(d[[v]])
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)
median_of <- function(times, question) median(replicate(times, system.time(question())[["elapsed"]]))
cat(R.version.string, "; survey ", as.character(packageVersion("survey")), "; ", nrow(d), " respondents\n", sep = "")
cat("svyby by sex:                ", median_of(3, function() svyby(~safe, ~sex, design, svymean, na.rm = TRUE, vartype = c("se", "ci"))), "s\n")
cat("svyby by ethnicity and age:  ", median_of(3, function() svyby(~safe, ~ethnicity + age_band, design, svymean, na.rm = TRUE, vartype = c("se", "ci"))), "s\n")
print(svyby(~safe, ~sex, design, svymean, na.rm = TRUE), digits = 10)
