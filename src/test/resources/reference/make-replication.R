# Replicate weights by R's survey package; writes replication-pairs.respondents.csv and replication.expected.csv.
#   Rscript make-replication.R
# replication-pairs.respondents.csv: 9 strata of two sampling units each, and three sets of replicate weights made by R: b* (bootstrap), f*
# (Fay, rho 0.3) and j* (JKn).
suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261122)
options(survey.lonely.psu = "fail")
number <- function(x) sprintf("%.17g", as.numeric(x))
lines <- c()
put <- function(case, quantity, i, j, value) lines <<- c(lines, paste(case, quantity, i, j, number(value), sep = ","))
put_matrix <- function(case, quantity, m) {
  m <- as.matrix(m)
  for (i in seq_len(nrow(m))) for (j in seq_len(ncol(m))) put(case, quantity, i - 1, j - 1, m[i, j])
}

prepared <- function(d) {
  d$female <- as.numeric(d$sex %in% "female")
  d$has <- as.numeric(!is.na(d$score))
  d$y <- ifelse(is.na(d$score), 0, d$score)
  d
}
read <- function(name) prepared(read.csv(name, na.strings = "", stringsAsFactors = FALSE))

# Everything R says of a design with replicate weights; few: two domains of a few respondents.
say <- function(case, design, few, factors = TRUE) {
  put(case, "scale", "", "", design$scale)
  for (r in seq_along(design$rscales)) put(case, "rscale", r - 1, "", design$rscales[r])
  if (factors) put_matrix(case, "factor", weights(design, "replication"))
  put(case, "df", "", "", degf(design))
  total <- svytotal(~female + y + has, design)
  put_matrix(case, "total", coef(total)); put_matrix(case, "total-covariance", vcov(total))
  mean <- svymean(~female + y + has, design)
  put_matrix(case, "mean", coef(mean)); put_matrix(case, "mean-covariance", vcov(mean))
  ratio <- svyratio(~y, ~has, design)
  put(case, "ratio", "", "", coef(ratio)); put(case, "ratio-se", "", "", SE(ratio))
  women <- subset(design, female == 1)
  put(case, "women", "", "", coef(svymean(~has, women))); put(case, "women-se", "", "", SE(svymean(~has, women)))
  put(case, "women-df", "", "", degf(women))
  about <- design; about$mse <- TRUE
  put_matrix(case, "mse-covariance", vcov(svymean(~female + y + has, about)))
  for (k in seq_along(few)) {
    group <- design[few[[k]], ]
    share <- suppressWarnings(svymean(~has, group))
    put(case, "few-se", k - 1, "", SE(share)); put(case, "few-df", k - 1, "", degf(group))
    put(case, "few-discarded", k - 1, "", length(attr(attr(share, "var"), "na.replicates")))
  }
}
units <- function(d, ...) d$cluster %in% unique(d$cluster)[c(...)]
few_units <- function(d) list(units(d, 1), units(d, 1, 3, 6))

# ---- The jackknife ---------------------------------------------------------------------------------------------------
d <- read("clustered.data.csv")
say("jk1 clustered", as.svrepdesign(svydesign(ids = ~cluster, weights = ~weight, data = d), type = "JK1"), few_units(d), FALSE)
d$fpc <- 100
say("jk1 clustered of 100", as.svrepdesign(svydesign(ids = ~cluster, weights = ~weight, fpc = ~fpc, data = d), type = "JK1"),
    few_units(d), FALSE)
d <- read("clustered-strata-fpc.data.csv")
# Not what R says of the enumerated stratum's respondents (survey.drop.replicates leaves them out of replicates of totals):
# a constant, which shows only in squares about the full-sample estimate.
say("jkn clustered-strata-fpc", as.svrepdesign(svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d),
                                               type = "JKn"), few_units(d), FALSE)
d <- read("stratified.data.csv")
say("jkn stratified", as.svrepdesign(svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d), type = "JKn"),
    list(d$sex == "other", d$sex == "other" & d$age_band == "a16_24"), FALSE)
d <- read("lonely.data.csv")
for (lonely in c("remove", "adjust", "average")) {
  options(survey.lonely.psu = lonely)
  say(paste("jkn lonely", lonely), as.svrepdesign(svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = d),
                                                  type = "JKn"), list(units(d, 1, 3), d$sex == "other"), FALSE)
}
options(survey.lonely.psu = "fail")

# ---- Pairs: balanced half samples, and weights given as columns ------------------------------------------------------
sizes <- sample(3:6, 18, replace = TRUE)
pairs <- data.frame(stratum = rep(sprintf("P%d", rep(1:9, each = 2)), sizes), cluster = rep(sprintf("P%d%s", rep(1:9, each = 2), c("a", "b")), sizes))
n <- nrow(pairs)
pairs$weight <- round(exp(rnorm(n, 3, 0.5)), 3)
pairs$sex <- sample(c("female", "male"), n, replace = TRUE)
pairs$score <- sample(c(1, 2, 4, 5, NA), n, replace = TRUE, prob = c(0.2, 0.2, 0.3, 0.2, 0.1))
pairs <- cbind(id = sprintf("r%03d", seq_len(n)), pairs)
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = prepared(pairs))

# Paley's matrix of order 12, normalised: what Deepdive takes for 9 strata.
residue <- ifelse(0:10 %in% ((1:10)^2 %% 11), 1, -1); residue[1] <- 1
H <- outer(0:11, 0:11, Vectorize(function(i, j) if (i == 0 || i == j) 1 else if (j == 0) -1 else residue[(i - j) %% 11 + 1]))
H <- H * outer(H[, 1], H[1, ]) * H[1, 1]
stopifnot(crossprod(H) == diag(12) * 12, H[1, ] == 1, H[, 1] == 1)

brr <- as.svrepdesign(design, type = "BRR", hadamard.matrix = H)
fay <- as.svrepdesign(design, type = "Fay", fay.rho = 0.3, hadamard.matrix = H)
jkn <- as.svrepdesign(design, type = "JKn")
say("brr pairs", brr, few_units(pairs))
say("fay pairs", fay, few_units(pairs))
say("jkn pairs", jkn, few_units(pairs))
put_matrix("brr pairs", "own-total-covariance", vcov(svytotal(~female + y + has, as.svrepdesign(design, type = "BRR"))))
put("bootstrap pairs", "scale", "", "", as.svrepdesign(design, type = "subbootstrap", replicates = 40)$scale)
uneven <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = read("clustered-strata-fpc.data.csv"))
put("population-bootstrap clustered-strata-fpc", "scale", "", "", as.svrepdesign(uneven, type = "bootstrap", replicates = 40)$scale)

boot <- as.svrepdesign(design, type = "subbootstrap", replicates = 25)
columns <- function(prefix, rep) {
  w <- weights(rep, "analysis")
  colnames(w) <- paste0(prefix, seq_len(ncol(w)))
  w
}
all <- cbind(columns("b", boot), columns("f", fay), columns("j", jkn))
file <- "replication-pairs.respondents.csv"
write.csv(cbind(pairs, apply(all, 2, number)), file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
d <- read(file)
given <- function(prefix, ...) svrepdesign(data = d, weights = ~weight, repweights = paste0("^", prefix, "[0-9]+$"), combined.weights = TRUE, ...)
say("given bootstrap", given("b", type = "bootstrap"), few_units(d), FALSE)
say("given fay", given("f", type = "Fay", rho = 0.3), few_units(d), FALSE)
say("given jkn", given("j", type = "JKn", scale = 1, rscales = rep(0.5, 18)), few_units(d), FALSE)
say("given brr", given("f", type = "BRR"), few_units(d), FALSE)
say("given jk1", suppressWarnings(given("j", type = "JK1")), few_units(d), FALSE)
say("given other", given("b", type = "other", scale = 0.02, rscales = (0:24) / 12), few_units(d), FALSE)
say("given successive-difference", suppressWarnings(given("f", type = "successive-difference")), few_units(d), FALSE)
say("given jk2", suppressWarnings(given("j", type = "JK2")), few_units(d), FALSE)

out <- file("replication.expected.csv", "w")
writeLines(c(
  "# Variances from replicate weights, made by make-replication.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# female: sex is female; y: score, 0 where it is missing; has: score is not missing",
  "# jk1, jkn, brr, fay: design <- as.svrepdesign(svydesign(...), type = 'JK1', 'JKn', 'BRR', 'Fay'), of the data file named after it",
  "# brr, fay: with hadamard.matrix = Paley's of order 12 and fay.rho = 0.3; own-total-covariance: BRR with R's own matrix",
  "# given: design <- svrepdesign(weights = ~weight, repweights = '^b[0-9]+$', type = , combined.weights = TRUE) and f, j; see make-replication.R",
  "# total, mean: svytotal(~female + y + has, design), svymean; total-covariance, mean-covariance: vcov of them",
  "# mse-covariance: mean-covariance with design$mse <- TRUE; ratio: svyratio(~y, ~has, design); women: svymean(~has, subset(design, female == 1))",
  "# few: svymean(~has, design) of the respondents of sampling unit 1 (i = 0) and of units 1, 3 and 6 (i = 1), see the script for two others; few-discarded: replicates in which it does not exist",
  "# df: degf(design) and degf of the subset; scale, rscale: design$scale, design$rscales; factor: weights(design, 'replication')",
  "case,quantity,i,j,value", lines), out)
close(out)
