# Calibrated weights for stratified.data.csv by R's survey package; writes calibration.expected.csv.
#   Rscript make-calibration.R
# Totals: 1.1 times the weighted number of respondents of each age band, and 1.05 times that of women.
suppressPackageStartupMessages(library(survey))
d <- read.csv("stratified.data.csv", na.strings = "", stringsAsFactors = FALSE)
d$female <- as.numeric(d$sex == "female")
bands <- c("a16_24", "a25_44", "a45_64", "a65_plus")
for (band in bands) d[[band]] <- as.numeric(d$age_band == band)
totals <- c(1.1 * sapply(bands, function(band) sum(d$weight * d[[band]])), female = 1.05 * sum(d$weight * d$female))
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)
formula <- ~a16_24 + a25_44 + a45_64 + a65_plus + female - 1
linear <- calibrate(design, formula, population = totals, calfun = "linear")
bounded <- calibrate(design, formula, population = totals, calfun = "linear", bounds = c(0.9, 1.155),
                     epsilon = 1e-13, maxit = 500)
out <- file("calibration.expected.csv", "w")
writeLines(c(
  "# Calibrated weights for stratified.data.csv, made by make-calibration.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)",
  "# linear:  weights(calibrate(design, ~a16_24 + a25_44 + a45_64 + a65_plus + female - 1, population = totals, calfun = 'linear'))",
  "# bounded: the same with bounds = c(0.9, 1.155), epsilon = 1e-13, maxit = 500",
  "# totals:  1.1 times the weighted number of each age band, 1.05 times that of women",
  "id,linear,bounded"), out)
writeLines(sprintf("%s,%.17g,%.17g", d$id, weights(linear), weights(bounded)), out)
close(out)
cat("ratios", range(weights(linear) / d$weight), range(weights(bounded) / d$weight), "\n")
