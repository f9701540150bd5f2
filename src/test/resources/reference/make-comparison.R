# Tests of association and adjusted probabilities by R; writes association.expected.csv and adjustment.expected.csv.
#   Rscript make-comparison.R
# A case of association.expected.csv holds what the tests are made from (totals and proportions of the cells, and the
# covariance of each) and what svychisq says. Cells are numbered row by row from 0; the levels are all of the variable's, so
# that a level without respondents is an empty row, which svychisq leaves out.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")
lines <- c()
put <- function(case, quantity, i, j, value) {
  lines <<- c(lines, sprintf("%s,%s,%s,%s,%.17g", case, quantity, i, j, as.numeric(value)))
}
put_matrix <- function(case, quantity, m) {
  for (i in seq_len(nrow(m))) for (j in seq_len(ncol(m))) put(case, quantity, i - 1, j - 1, m[i, j])
}

association <- function(case, design, a, b, levels_a, levels_b) {
  design <- design[!is.na(design$variables[[a]]) & !is.na(design$variables[[b]]), ]
  v <- design$variables
  grid <- expand.grid(b = levels_b, a = levels_a, stringsAsFactors = FALSE)
  cells <- sapply(seq_len(nrow(grid)), function(k) as.numeric(v[[a]] == grid$a[k] & v[[b]] == grid$b[k]))
  totals <- svytotal(cells, design); proportions <- svymean(cells, design)
  put_matrix(case, "total", matrix(coef(totals), length(levels_a), byrow = TRUE))
  put_matrix(case, "total-covariance", vcov(totals))
  put_matrix(case, "proportion", matrix(coef(proportions), length(levels_a), byrow = TRUE))
  put_matrix(case, "proportion-covariance", vcov(proportions))
  put(case, "n", "", "", nrow(design)); put(case, "df", "", "", degf(design))
  formula <- as.formula(paste0("~", a, "+", b))
  test <- function(statistic, d = design) svychisq(formula, d, statistic = statistic)
  first <- test("Chisq"); second <- test("F")
  put(case, "X2", "", "", first$statistic)
  put(case, "first-order df", "", "", first$parameter); put(case, "first-order p", "", "", first$p.value)
  put(case, "F", "", "", second$statistic); put(case, "F df", "", "", second$parameter[1])
  put(case, "F denominator-df", "", "", second$parameter[2]); put(case, "F p", "", "", second$p.value)
  put(case, "second-order p", "", "", pf(second$statistic, second$parameter[1], Inf, lower.tail = FALSE))
  known <- suppressWarnings(calibrate(design, ~1, population = c("(Intercept)" = sum(weights(design)))))
  for (statistic in c("Wald", "adjWald")) {
    for (size in c("", " known-size")) {
      wald <- suppressWarnings(test(statistic, if (size == "") design else known))
      put(case, paste0(statistic, size), "", "", wald$statistic)
      put(case, paste0(statistic, size, " df"), "", "", wald$parameter[1])
      put(case, paste0(statistic, size, " denominator-df"), "", "", wald$parameter[2])
      put(case, paste0(statistic, size, " p"), "", "", wald$p.value)
    }
  }
}

sexes <- c("female", "male", "other")
ages <- c("a16_24", "a25_44", "a45_64", "a65_plus")
answers <- c("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know")
read <- function(name) {
  d <- read.csv(paste0(name, ".data.csv"), na.strings = "", stringsAsFactors = FALSE)
  d$safe <- ifelse(d$answer %in% c("very_safe", "fairly_safe"), "yes", ifelse(is.na(d$answer), NA, "no"))
  d
}
stratified <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = read("stratified"))
clustered <- svydesign(ids = ~cluster, weights = ~weight, data = read("clustered"))
fpc <- svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = read("clustered-strata-fpc"))

association("stratified age by answer", stratified, "age_band", "answer", ages, answers)
association("stratified without other", subset(stratified, sex != "other"), "sex", "safe", sexes, c("yes", "no"))
association("clustered sex by safe", subset(clustered, sex != "other"), "sex", "safe", c("female", "male"), c("yes", "no"))
association("clustered age by answer of women", subset(clustered, sex == "female"), "age_band", "answer", ages, answers)
association("clustered-strata-fpc age by safe", fpc, "age_band", "safe", ages, c("yes", "no"))
association("clustered-strata-fpc sex by answer of the young", subset(fpc, age_band == "a16_24" & sex != "other"), "sex", "answer",
            sexes, answers)

out <- file("association.expected.csv", "w")
writeLines(c(
  "# Tests of association, made by make-comparison.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# total, total-covariance: svytotal(cells, design) and its vcov; proportion, proportion-covariance: svymean(cells, design)",
  "# X2, first-order: svychisq(formula, design, statistic = 'Chisq'); F: svychisq(formula, design, statistic = 'F')",
  "# second-order p: pf(F, df, Inf, lower.tail = FALSE)",
  "# Wald, adjWald: svychisq(formula, design, statistic = 'Wald') and 'adjWald'",
  "# known-size: the same with calibrate(design, ~1, population = c('(Intercept)' = sum(weights(design))))",
  "case,quantity,i,j,value", lines), out)
close(out)

p <- list(spread = c(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34),
          unordered = c(0.04, 0.01, 0.9, 0.0005, 0.03, 0.03, 1, 0), missing = c(NA, 0.02, 0.01, NA, 0.5, 0.011, NA),
          one = 0.03, "only missing" = c(NA_real_, NA_real_), large = c(0.6, 0.7, 0.8, 0.99))
rows <- do.call(rbind, lapply(names(p), function(family) data.frame(
  family = family, p = p[[family]], none = p.adjust(p[[family]], "none"), holm = p.adjust(p[[family]], "holm"),
  bh = p.adjust(p[[family]], "BH"))))
number <- function(x) ifelse(is.na(x), "NaN", sprintf("%.17g", x))
out <- file("adjustment.expected.csv", "w")
writeLines(c(
  "# Adjusted probabilities, made by make-comparison.R.",
  sprintf("# %s; 17 significant digits; NaN is R's NA.", R.version.string),
  "# none, holm, bh: p.adjust(p, 'none'), p.adjust(p, 'holm'), p.adjust(p, 'BH') over the family",
  "family,p,none,holm,bh",
  paste(rows$family, number(rows$p), number(rows$none), number(rows$holm), number(rows$bh), sep = ",")), out)
close(out)
