# Regression on the small surveys of this folder by R's survey package; writes regression.expected.csv.
#   Rscript make-regression.R
# Each model is fitted a second time from its own solution, so that the sandwich is taken at the solution itself and not one
# iteration before it. Adjusted means are computed twice: by svypredmeans, where the group has no interaction, and by its
# formula in plain R; the script stops where the two differ by more than 1e-10.
suppressPackageStartupMessages(library(survey))

LEVELS <- list(sex = c("female", "male", "other"), age_band = c("a16_24", "a25_44", "a45_64", "a65_plus"))

read_data <- function(name) {
  d <- read.csv(paste0(name, ".data.csv"), na.strings = "", stringsAsFactors = FALSE)
  d$pct  <- ifelse(is.na(d$answer), NA, as.numeric(d$answer %in% c("very_safe", "fairly_safe")))
  d$pctx <- ifelse(is.na(d$answer) | d$answer == "dont_know", NA, d$pct)
  d$mean <- as.numeric(d$score)
  d$age_trend <- match(d$age_band, LEVELS$age_band)
  d
}

DESIGNS <- list(
  "stratified"           = function(d) svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d),
  "srs"                  = function(d) svydesign(ids = ~1, weights = ~weight, data = d),
  "clustered"            = function(d) svydesign(ids = ~cluster, weights = ~weight, data = d),
  "clustered-strata-fpc" = function(d) svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d),
  "stratified-fpc"       = function(d) svydesign(ids = ~1, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d),
  "lonely"               = function(d) svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = d),
  "lonely-fpc"           = function(d) svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d))

# design, lonely, the question, the same as an R formula, the group, its domain, and reference categories
CASES <- list(
  list("stratified", "fail", "measure=pctx&where=sex:female/male&terms=sex,age_band", pctx ~ sex + age_band, quote(sex != "other")),
  list("stratified", "fail", "measure=pct&where=sex:female/male&terms=age_band,sex&reference=age_band:a45_64,sex:male", pct ~ age_band + sex, quote(sex != "other"), refs = c(age_band = "a45_64", sex = "male")),
  list("stratified", "fail", "measure=pct&where=sex:female/male&terms=sex,age_band,sex:age_band", pct ~ sex + age_band + sex:age_band, quote(sex != "other")),
  list("stratified", "fail", "measure=pctx&where=sex:male&terms=age_band", pctx ~ age_band, quote(sex == "male")),
  list("stratified", "fail", "measure=mean&where=sex:female/male&terms=sex,age_band", mean ~ sex + age_band, quote(sex != "other")),
  list("stratified", "fail", "measure=pct&where=sex:female/male&terms=sex,age_band&kind=linear", pct ~ sex + age_band, quote(sex != "other"), linear = TRUE),
  list("srs", "fail", "measure=pct&where=sex:female/male&terms=sex,age_band.trend", pct ~ sex + age_trend, quote(sex != "other")),
  list("srs", "fail", "measure=mean&where=sex:female/male&terms=sex,age_band.trend,sex:age_band.trend", mean ~ sex + age_trend + sex:age_trend, quote(sex != "other")),
  list("clustered", "fail", "measure=pctx&terms=age_band,sex", pctx ~ age_band + sex, quote(rep(TRUE, length(sex)))),
  list("clustered", "fail", "measure=mean&where=age_band:a25_44/a45_64&terms=sex,age_band", mean ~ sex + age_band, quote(age_band %in% c("a25_44", "a45_64"))),
  list("clustered-strata-fpc", "fail", "measure=pct&where=sex:female/male&terms=sex,age_band", pct ~ sex + age_band, quote(sex != "other")),
  list("clustered-strata-fpc", "fail", "measure=pctx&where=sex:female&terms=age_band", pctx ~ age_band, quote(sex == "female")),
  list("clustered-strata-fpc", "fail", "measure=mean&where=sex:female/male&terms=age_band,sex,age_band:sex", mean ~ age_band + sex + age_band:sex, quote(sex != "other")),
  list("stratified-fpc", "fail", "measure=pct&where=sex:female/male&terms=sex,age_band", pct ~ sex + age_band, quote(sex != "other")),
  list("lonely", "remove", "measure=pct&where=sex:female/male&terms=sex,age_band", pct ~ sex + age_band, quote(sex != "other")),
  list("lonely", "adjust", "measure=pct&where=sex:female/male&terms=sex,age_band", pct ~ sex + age_band, quote(sex != "other")),
  list("lonely", "average", "measure=mean&where=sex:female/male&terms=sex,age_band", mean ~ sex + age_band, quote(sex != "other")),
  list("lonely-fpc", "adjust", "measure=pct&terms=sex", pct ~ sex, quote(rep(TRUE, length(sex)))))

rows <- character()
say <- function(case, statistic, item, value)
  rows <<- c(rows, sprintf('%s,%s,"%s",%s,"%s",%.17g', case[[1]], case[[2]], case[[3]], statistic, item, value))

# Deepdive's name of a coefficient: sex=male, age_band.trend, sex=male:age_band=a25_44
item <- function(name) {
  if (name == "(Intercept)") return("(intercept)")
  parts <- strsplit(name, ":")[[1]]
  paste(sub("^age_trend$", "age_band.trend", sub("^(sex|age_band)(?=[a-z])(.+)$", "\\1=\\2", parts, perl = TRUE)), collapse = ":")
}
term <- function(label) paste(sub("^age_trend$", "age_band.trend", strsplit(label, ":")[[1]]), collapse = ":")

fit <- function(formula, design, family) {
  arguments <- list(formula = formula, design = design, family = family, epsilon = 1e-14, maxit = 100)
  first <- do.call(svyglm, arguments)
  do.call(svyglm, c(arguments, list(start = unname(coef(first)))))
}

# The formula of svypredmeans: everybody is put into each group in turn.
margins <- function(model, design, group) {
  w <- weights(design, "sampling")
  frame <- model.frame(design)
  categories <- levels(frame[[group]])
  fits <- matrix(nrow = nrow(frame), ncol = length(categories))
  slopes <- matrix(nrow = length(coef(model)), ncol = length(categories))
  for (g in seq_along(categories)) {
    frame[[group]] <- factor(categories[g], levels = categories)
    contrasts(frame[[group]]) <- contr.treatment(categories, base = 1)
    x <- model.matrix(delete.response(terms(model)), frame)
    eta <- as.vector(x %*% coef(model))
    fits[, g] <- model$family$linkinv(eta)
    slopes[, g] <- colSums(w * model$family$mu.eta(eta) * x) / sum(w)
  }
  average <- svymean(fits, design)
  list(categories = categories, mean = unname(coef(average)), v = t(slopes) %*% vcov(model) %*% slopes + unname(vcov(average)))
}

agree <- function(what, a, b, tolerance = 1e-10) {
  if (max(abs(a - b) / pmax(abs(a), abs(b))) > tolerance) stop("disagreement: ", what, ": ", a, " / ", b)
}

for (case in CASES) {
  options(survey.lonely.psu = case[[2]], survey.adjust.domain.lonely = FALSE)
  d <- read_data(case[[1]])
  formula <- case[[4]]
  variables <- intersect(names(LEVELS), sub("age_trend", "age_band", all.vars(formula)[-1]))
  group <- sub("age_trend", "age_band", all.vars(formula)[2])
  inside <- eval(case[[5]], d)
  inside <- inside & !is.na(d[[all.vars(formula)[1]]])
  for (v in variables) {
    d[[v]] <- factor(d[[v]], levels = intersect(LEVELS[[v]], d[[v]][inside]))
    if (!is.null(case$refs)) d[[v]] <- relevel(d[[v]], case$refs[[v]])
  }
  design <- subset(DESIGNS[[case[[1]]]](d), inside)
  linear <- all.vars(formula)[1] == "mean" || isTRUE(case$linear)
  family <- if (linear) gaussian() else quasibinomial()
  model <- fit(formula, design, family)
  b <- coef(model); v <- vcov(model); names <- vapply(names(b), item, ""); df <- model$df.residual
  se <- sqrt(diag(v)); limits <- confint(model, ddf = df); p <- coef(summary(model))[, 4]
  say(case, "base", "", nrow(design))
  say(case, "df", "", df)
  for (i in seq_along(b)) {
    say(case, "coefficient", names[i], b[i]); say(case, "se", names[i], se[i])
    say(case, "low", names[i], b[i] - qt(0.975, df) * se[i]); say(case, "high", names[i], b[i] + qt(0.975, df) * se[i])
    agree("confint", limits[i, ], b[i] + c(-1, 1) * qt(0.975, df) * se[i], 1e-6)
    say(case, "t", names[i], b[i] / se[i]); say(case, "p", names[i], p[i])
    if (!linear) {
      say(case, "or", names[i], exp(b[i])); say(case, "or_low", names[i], exp(b[i] - qt(0.975, df) * se[i]))
      say(case, "or_high", names[i], exp(b[i] + qt(0.975, df) * se[i]))
    }
    for (j in seq_len(i)) say(case, "vcov", paste(names[i], names[j], sep = "|"), v[i, j])
  }
  for (label in attr(terms(formula), "term.labels")) {
    test <- regTermTest(model, label, method = "Wald")
    say(case, "F", term(label), as.numeric(test$Ftest)); say(case, "F_df", term(label), test$df)
    say(case, "F_ddf", term(label), test$ddf); say(case, "F_p", term(label), as.numeric(test$p))
  }
  alone <- regTermTest(fit(as.formula(paste(all.vars(formula)[1], "~", group)), design, family), group, method = "Wald")
  say(case, "F_unadjusted", group, as.numeric(alone$Ftest)); say(case, "F_unadjusted_p", group, as.numeric(alone$p))
  own <- grep(group, attr(terms(formula), "term.labels"), value = TRUE)
  together <- regTermTest(model, own, method = "Wald")
  say(case, "F_adjusted", group, as.numeric(together$Ftest)); say(case, "F_adjusted_p", group, as.numeric(together$p))

  adjusted <- margins(model, design, group)
  if (length(own) == 1 && length(attr(terms(formula), "term.labels")) > 1) {
    rest <- update(formula, as.formula(paste(". ~ . -", group)))
    predmeans <- svypredmeans(do.call(svyglm, list(formula = rest, design = design, family = family, epsilon = 1e-14, maxit = 100)),
                              as.formula(paste0("~", group)))
    agree("svypredmeans", coef(predmeans)[adjusted$categories], adjusted$mean)
    agree("svypredmeans se", SE(predmeans)[match(adjusted$categories, names(coef(predmeans)))], sqrt(diag(adjusted$v)))
  }
  raw <- svyby(as.formula(paste0("~", all.vars(formula)[1])), as.formula(paste0("~", group)), design, svymean)
  for (g in seq_along(adjusted$categories)) {
    code <- adjusted$categories[g]; mean <- adjusted$mean[g]; error <- sqrt(adjusted$v[g, g])
    say(case, "adjusted", code, mean); say(case, "adjusted_se", code, error)
    half <- qt(0.975, df) * error
    say(case, "adjusted_low", code, if (linear) mean - half else plogis(qlogis(mean) - half / (mean * (1 - mean))))
    say(case, "adjusted_high", code, if (linear) mean + half else plogis(qlogis(mean) + half / (mean * (1 - mean))))
    say(case, "unadjusted", code, coef(raw)[[code]]); say(case, "unadjusted_se", code, SE(raw)[[match(code, rownames(raw))]])
    if (g > 1) {
      difference <- mean - adjusted$mean[1]; error <- sqrt(adjusted$v[g, g] + adjusted$v[1, 1] - 2 * adjusted$v[1, g])
      say(case, "difference", code, difference); say(case, "difference_se", code, error)
      say(case, "difference_p", code, 2 * pt(-abs(difference / error), df))
    }
  }
}

out <- file("regression.expected.csv", "w")
writeLines(c(
  "# Regressions on the .data.csv of this folder, made by make-regression.R.",
  sprintf("# %s; survey package %s; all numbers with 17 significant digits.", R.version.string, packageVersion("survey")),
  "# coefficient, vcov, df: svyglm(FORMULA, subset(design, DOMAIN & !is.na(Y)), family = quasibinomial() or gaussian(), epsilon = 1e-14,",
  "#   maxit = 100), fitted again with start = its own coef(): coef(), vcov(), df.residual",
  "# se, t, p: sqrt(diag(vcov)), coef / se, coef(summary()); low, high: coef -/+ qt(0.975, df) * se, as confint(ddf = df.residual); or: exp()",
  "# F, F_df, F_ddf, F_p: regTermTest(model, term, method = 'Wald'); F_adjusted: all terms with the group; F_unadjusted: svyglm(Y ~ group)",
  "# adjusted, adjusted_se: svypredmeans(svyglm(Y ~ the other terms), ~group), its variance formula also where the group interacts;",
  "#   limits on the logit scale for quasibinomial(), Wald for gaussian(), with qt(0.975, df)",
  "# difference: an adjusted mean less the reference category's, with the covariance of svypredmeans",
  "# unadjusted: svyby(~Y, ~group, design, svymean)",
  "design,lonely,query,statistic,item,value", rows), out)
close(out)
cat(length(rows), "numbers\n")
