# Confidence intervals of shares by R's survey package; writes intervals.expected.csv and t-quantiles.expected.csv.
#   Rscript make-intervals.R
# Each line of intervals.expected.csv is one interval, with all that it is made from. Shares of 0 and 1, and groups without
# degrees of freedom, are left out: R has no limits there, or only NaN.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")
number <- function(x) sprintf("%.17g", x)

# The likelihood interval without svyciprop's grid: the roots of the deviance of the intercept-only model, with the cutoff
# and the dispersion that confint.svyglm and summary.svyglm take. svyciprop reads them off a spline through ten points.
# The fit starts at its solution, so that the working weights behind naive.cov are not those of one step before it.
likelihood <- function(design, level, df) {
  start <- qlogis(as.numeric(coef(svymean(~safe, design))))
  model <- svyglm(safe ~ 1, design, family = quasibinomial, start = start)
  dispersion <- as.numeric(summary(model)$dispersion)
  lambda <- as.numeric(model$cov.unscaled / model$naive.cov)
  w <- weights(design) / mean(weights(design))
  y <- as.numeric(model$y)
  deviance <- function(x) -2 * sum(w * (y * plogis(x, log.p = TRUE) + (1 - y) * plogis(x, lower.tail = FALSE, log.p = TRUE)))
  cutoff <- qt((1 - level) / 2, df)^2 * lambda
  x <- qlogis(sum(w * y) / sum(w))
  excess <- function(logit) (deviance(logit) - deviance(x)) / dispersion - cutoff
  plogis(c(uniroot(excess, c(x - 400, x), tol = 1e-15, maxiter = 10000)$root,
           uniroot(excess, c(x, x + 400), tol = 1e-15, maxiter = 10000)$root))
}

# Wilson's interval on the effective base p(1-p)/se^2, at the level whose normal quantile is the t quantile. prop.test takes
# that level as a number near 1, which has too few digits where t is above 4.5.
wilson <- function(p, se, level, df) {
  n <- p * (1 - p) / se^2
  t <- qt((1 - level) / 2, df, lower.tail = FALSE)
  suppressWarnings(prop.test(p * n, n, conf.level = 1 - 2 * pnorm(t, lower.tail = FALSE), correct = FALSE))$conf.int
}

intervals <- function(name, group, design) {
  m <- svymean(~safe, design)
  p <- as.numeric(coef(m)); se <- as.numeric(SE(m)); df <- degf(design); n <- nrow(design)
  if (p <= 0 || p >= 1 || df <= 0 || se < 1e-12) return(NULL)
  lines <- c()
  for (level in c(0.8, 0.95, 0.99)) {
    line <- function(method, ci) paste(c(name, group, number(c(p, se)), df, n, level, method, number(ci)), collapse = ",")
    of <- function(method) as.numeric(attr(svyciprop(~safe, design, method = method, level = level), "ci"))
    half <- qt((1 - level) / 2, df, lower.tail = FALSE) * se / (2 * sqrt(p * (1 - p)))
    lines <- c(lines, line("logit", of("xlogit")), line("beta", of("beta")), line("wald", of("mean")),
               line("likelihood", likelihood(design, level, df)))
    if (qt((1 - level) / 2, df, lower.tail = FALSE) < 4.5) lines <- c(lines, line("wilson", wilson(p, se, level, df)))
    # R squares the sine of a negative angle; only intervals that stay on the scale are R's own there.
    if (asin(sqrt(p)) - half > 0 && asin(sqrt(p)) + half < pi / 2) lines <- c(lines, line("arcsine", of("asin")))
    # In small groups R's grid ends before the root does.
    spline <- if (n >= 30) of("likelihood") else NA
    if (!anyNA(spline)) lines <- c(lines, line("likelihood-by-spline", spline))
  }
  lines
}

designs <- list(
  stratified = function(d) svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d),
  clustered = function(d) svydesign(ids = ~cluster, weights = ~weight, data = d),
  "clustered-strata-fpc" = function(d) svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d))
lines <- c()
for (name in names(designs)) {
  d <- read.csv(paste0(name, ".data.csv"), na.strings = "", stringsAsFactors = FALSE)
  d$safe <- as.numeric(d$answer %in% c("very_safe", "fairly_safe"))
  design <- subset(designs[[name]](d), !is.na(answer))
  lines <- c(lines, intervals(name, "all", design))
  for (sex in c("female", "male", "other")) for (age in c("a16_24", "a25_44", "a45_64", "a65_plus")) {
    group <- design$variables$sex %in% sex & design$variables$age_band %in% age
    if (sum(group) > 1) lines <- c(lines, intervals(name, paste(sex, age), design[group, ]))
  }
  group <- design$variables$sex %in% "other"
  lines <- c(lines, intervals(name, "other", design[group, ]))
}
out <- file("intervals.expected.csv", "w")
writeLines(c(
  "# Confidence intervals of shares, made by make-intervals.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# safe: answer is very_safe or fairly_safe; design: the design of the data file, subset to !is.na(answer) and the group",
  "# logit, beta, wald, arcsine: svyciprop(~safe, design, method = 'xlogit', 'beta', 'mean', 'asin', level = level)",
  "# wilson: prop.test(p * n, n, conf.level = 1 - 2 * pnorm(-t), correct = FALSE) with n = p(1-p)/se^2, t = qt((1+level)/2, df)",
  "# likelihood: the roots of (deviance(svyglm(safe ~ 1, design, family = quasibinomial)) - its minimum) / dispersion - t^2 * lambda",
  "# likelihood-by-spline: svyciprop(~safe, design, method = 'likelihood', level = level), the same roots read off a coarse grid",
  "design,group,p,se,df,n,level,method,low,high", lines), out)
close(out)

quantiles <- expand.grid(df = c(1, 2, 2.5, 3, 7.25, 10, 29, 30, 99.5, 100, 283, 300, 999, 1000, 1000.5, 1001, 1234.5, 1500, 2000, 5000,
                                12345, 1e5, 1e7, 1e10, Inf),
                         level = c(0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999))
out <- file("t-quantiles.expected.csv", "w")
writeLines(c(
  "# Quantiles of Student's t, made by make-intervals.R.",
  sprintf("# %s; 17 significant digits.", R.version.string),
  "# quantile: qt((1 - level) / 2, df, lower.tail = FALSE)",
  "df,level,quantile",
  sprintf("%s,%s,%s", number(quantiles$df), quantiles$level,
          number(qt((1 - quantiles$level) / 2, quantiles$df, lower.tail = FALSE)))), out)
close(out)
