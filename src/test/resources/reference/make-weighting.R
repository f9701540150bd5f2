# Weights of stratified.data.csv made to meet margins by R's survey package, and standard errors from such weights; writes
# weighting.expected.csv.
#   Rscript make-weighting.R
options(warn = 2)
suppressPackageStartupMessages(library(survey))
d <- read.csv("stratified.data.csv", na.strings = "", stringsAsFactors = FALSE)
d$sex <- factor(d$sex)
d$age_band <- factor(d$age_band)
d$stratum <- factor(d$stratum)
d$one <- 1
N <- sum(d$weight)
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)
equal <- svydesign(ids = ~1, strata = ~stratum, weights = ~one, data = d)

# ---- Targets: shares of N, which is what the weights add up to --------------------------------------------------------
sex <- c(female = 0.5, male = 0.479, other = 0.021)
age <- c(a16_24 = 0.22, a25_44 = 0.27, a45_64 = 0.33, a65_plus = 0.18)
# The crossing: the weighted shares of its cells, moved by the factors 0.8, 0.9, ... in order, and made to add up to 1.
cells <- svytable(~sex + age_band, design)
crossing <- as.data.frame(cells)
crossing <- crossing[crossing$Freq > 0, ]
crossing <- crossing[order(crossing$sex, crossing$age_band), ]
crossing$share <- crossing$Freq * (0.8 + 0.1 * (seq_len(nrow(crossing)) %% 5))
crossing$share <- crossing$share / sum(crossing$share)
margin <- function(shares, name, n) {
  frame <- data.frame(names(shares), n * shares)
  names(frame) <- c(name, "Freq")
  frame
}
totals <- function(n) {
  auxiliaries <- c(n, n * sex[-1], n * age[-1])
  names(auxiliaries) <- c("(Intercept)", paste0("sex", names(sex)[-1]), paste0("age_band", names(age)[-1]))
  auxiliaries
}
calibrated <- function(from = design, n = N, ...)
  calibrate(from, ~sex + age_band, population = totals(n), epsilon = 1e-13, maxit = 500, ...)
raked <- function(from = design, n = N)
  rake(from, list(~sex, ~age_band), list(margin(sex, "sex", n), margin(age, "age_band", n)),
       control = list(maxit = 1000, epsilon = 1e-12))
# Overlapping margins, whose columns depend on one another: the crossing, and the two margins it implies, with the strata as
# they are. MASS::ginv lets calibrate do it; linear calibration as R has it by default cannot.
overlapping <- function(calfun, ...) {
  strata <- prop.table(svytable(~stratum, design))
  implied <- model.matrix(~ 0 + sex:age_band, d)
  implied <- implied[, colSums(implied) > 0]
  columns <- cbind(implied, model.matrix(~ 0 + sex, d), model.matrix(~ 0 + stratum, d))
  shares <- setNames(crossing$share, paste0("sex", crossing$sex, ":age_band", crossing$age_band))[colnames(implied)]
  stopifnot(!anyNA(shares))
  population <- N * c(shares, tapply(crossing$share, crossing$sex, sum), strata)
  names(population) <- colnames(columns) <- make.names(colnames(columns))
  d2 <- cbind(d, columns)
  over <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d2)
  calibrate(over, reformulate(c("0", colnames(columns))), population = population, calfun = calfun, epsilon = 1e-12,
            maxit = 500, ...)
}

HIGH <- 250; LOW <- 40
designs <- list(
  "linear"            = calibrated(calfun = "linear"),
  "linear-of-1000000" = calibrated(calfun = "linear", n = 1e6),
  "linear-bounded"    = calibrated(calfun = "linear", bounds = c(0.93, 1.2)),
  "raking"            = calibrated(calfun = "raking"),
  "raking-of-1000000" = calibrated(calfun = "raking", n = 1e6),
  "logit"             = calibrated(calfun = "logit", bounds = c(0.7, 1.5)),
  "logit-narrow"      = calibrated(calfun = "logit", bounds = c(0.92, 1.2)),
  "post-stratify-age" = postStratify(design, ~age_band, margin(age, "age_band", N)),
  "post-stratify-crossing" = postStratify(design, ~sex + age_band, data.frame(crossing[c("sex", "age_band")], Freq = N * crossing$share)),
  "overlapping"       = overlapping("raking"),
  "overlapping-linear" = overlapping("linear", bounds = c(0, 100)),
  "equal-raking"      = calibrated(equal, n = nrow(d), calfun = "raking"))
# rake has the weights of calfun = "raking", and another variance: only its weights and estimates are compared.
rakes <- list("rake" = raked(), "rake-of-1000000" = raked(n = 1e6), "equal-rake" = raked(equal, nrow(d)))
raking <- designs[["raking"]]
trims <- list(
  "trim"        = trimWeights(raking, upper = HIGH, lower = LOW),
  "trim-strict" = trimWeights(raking, upper = HIGH, lower = LOW, strict = TRUE))

# ---- Checks of what the Java code says about R ---------------------------------------------------------------------------
near <- function(a, b, within) stopifnot(max(abs(a / b - 1)) < within)
se <- function(x) SE(svymean(~score, x, na.rm = TRUE))
near(weights(rakes[["rake"]]), weights(raking), 1e-9)
# Where the weights before raking are equal, rake's variance is calibrate's, to what ten alternations leave of it.
near(se(rakes[["equal-rake"]]), se(designs[["equal-raking"]]), 1e-6)
# Where they are not, it is not.
stopifnot(abs(se(rakes[["rake"]]) / se(raking) - 1) > 1e-5)
cat("standard error of the mean score by rake", se(rakes[["rake"]]), "and by calibrate", se(raking), "\n")
cat("ratios, linear", range(weights(designs[["linear"]]) / d$weight), "bounded",
    range(weights(designs[["linear-bounded"]]) / d$weight), "at a bound",
    sum(abs(weights(designs[["linear-bounded"]]) / d$weight - 0.93) < 1e-12, abs(weights(designs[["linear-bounded"]]) / d$weight - 1.2) < 1e-12), "\n")
cat("trimmed", sum(weights(raking) > HIGH | weights(raking) < LOW), "range", range(weights(raking)), range(weights(trims[[1]])), range(weights(trims[[2]])), "\n")

# ---- Writing -------------------------------------------------------------------------------------------------------------
lines <- character()
add <- function(case, statistic, key, value) lines <<- c(lines, sprintf("%s,%s,%s,%.17g", case, statistic, key, value))
for (i in seq_len(nrow(crossing))) add("targets", "share", sprintf("%s*%s", crossing$sex[i], crossing$age_band[i]), crossing$share[i])
stats <- function(case, x, errors) {
  add(case, "weight", d$id, weights(x))
  domains <- list(all = x, "sex=male" = subset(x, sex == "male"), "age_band=a16_24" = subset(x, age_band == "a16_24"),
                  "stratum=S02" = subset(x, stratum == "S02"))
  for (domain in names(domains)) {
    mean <- svymean(~score, domains[[domain]], na.rm = TRUE)
    add(case, "mean", domain, coef(mean))
    if (errors) add(case, "se", domain, SE(mean))
  }
}
for (case in names(designs)) stats(case, designs[[case]], TRUE)
for (case in names(rakes)) stats(case, rakes[[case]], FALSE)
for (case in names(trims)) stats(case, trims[[case]], FALSE)
ratio <- weights(raking) / d$weight
percents <- c(0, 1, 5, 25, 50, 75, 95, 99, 100)
add("raking", "ratio", percents, quantile(ratio, percents / 100))
out <- file("weighting.expected.csv", "w")
writeLines(c(
  "# Weights of stratified.data.csv made to meet margins, and estimates from them, made by make-weighting.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d); N <- sum(d$weight)",
  "# targets: sex 50, 47.9, 2.1%; age_band 22, 27, 33, 18% of N; the crossing as in the rows 'targets,share'",
  "# linear, raking: calibrate(design, ~sex + age_band, population = totals, calfun = 'linear', 'raking', epsilon = 1e-13, maxit = 500)",
  "# linear-bounded: calfun = 'linear', bounds = c(0.93, 1.2); logit: calfun = 'logit', bounds = c(0.7, 1.5); logit-narrow: c(0.92, 1.2)",
  "# post-stratify-age: postStratify(design, ~age_band, population); post-stratify-crossing: ~sex + age_band",
  "# overlapping: calibrate to sex:age_band, sex and stratum at once, calfun = 'raking'; overlapping-linear: 'linear', bounds = c(0, 100)",
  "# -of-1000000: the same shares of 1,000,000; equal-: with all weights 1 before, N = 295",
  "# rake: rake(design, list(~sex, ~age_band), populations, control = list(maxit = 1000, epsilon = 1e-12))",
  "# trim: trimWeights(raking, upper = 250, lower = 40); trim-strict: the same with strict = TRUE",
  "# mean: svymean(~score, na.rm = TRUE) over the domain; se: SE() of it; ratio: quantile(weights(raking) / d$weight, percent / 100)",
  "# No se where R's is another: rake alternates ten times between unweighted means over the margins; trimWeights keeps the",
  "# g-weights from before.",
  "case,statistic,key,value", lines), out)
close(out)
