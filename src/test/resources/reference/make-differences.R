# Families of comparisons, ratios, waves, trends and tests of association by R; writes waves.respondents.csv and
# differences.expected.csv.
#   Rscript make-differences.R
# Every difference is made from one covariance matrix: svyby(..., covmat = TRUE) and svycontrast for disjoint groups,
# svytotal of numerators and denominators and svycontrast of their ratios for windows of waves that overlap.
suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20240917)
options(survey.lonely.psu = "fail")
NET <- c("very_safe", "fairly_safe")
ANSWERS <- c("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know")

# ---- A small survey of ten quarters: 20 clusters of 4 strata stay in the sample; nobody was asked in 2020Q4 -------------
waves <- c(paste0(2020, "Q", 1:4), paste0(2021, "Q", 1:4), paste0(2022, "Q", 1:2))
make_waves <- function() {
  d <- expand.grid(wave = setdiff(waves, "2020Q4"), cluster = sprintf("c%02d", 1:20), stringsAsFactors = FALSE)
  d <- d[rep(seq_len(nrow(d)), sample(1:3, nrow(d), replace = TRUE)), ]
  k <- as.integer(substr(d$cluster, 2, 3))
  d$stratum <- paste0("s", (k - 1) %/% 5 + 1)
  d$fpc <- c(50, 12, 30, 9)[(k - 1) %/% 5 + 1]
  d$sex <- sample(c("female", "male"), nrow(d), replace = TRUE)
  d$age_band <- sample(c("a16_24", "a25_44", "a45_64", "a65_plus"), nrow(d), replace = TRUE)
  lean <- 0.06 * match(d$wave, waves) + 0.3 * sin(k) + 0.3 * (d$sex == "male")
  d$answer <- vapply(lean, function(l) sample(ANSWERS, 1, prob = exp(c(l, 0.6 + l, 0.6, 0, -1))), "")
  d$answer[runif(nrow(d)) < 0.03] <- NA
  d$weight <- round(exp(rnorm(nrow(d), 3, 0.6)), 4)
  d <- d[order(d$wave, d$cluster), ]
  d$id <- sprintf("r%03d", seq_len(nrow(d)))
  d[c("id", "weight", "stratum", "cluster", "fpc", "wave", "sex", "age_band", "answer")]
}
write.csv(make_waves(), "waves.respondents.csv", row.names = FALSE, quote = FALSE, na = "", eol = "\n")

read <- function(file) {
  d <- read.csv(file, na.strings = "", stringsAsFactors = FALSE)
  d$pct <- ifelse(is.na(d$answer), NA, as.numeric(d$answer %in% NET))
  d$mean <- unname(c(very_safe = 5, fairly_safe = 4, bit_unsafe = 2, very_unsafe = 1)[d$answer])
  for (a in ANSWERS) d[[a]] <- as.numeric(d$answer == a)
  d
}
designs <- list(
  stratified = svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = read("stratified.data.csv")),
  "clustered-strata-fpc" = svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight,
                                     data = read("clustered-strata-fpc.data.csv")),
  waves = svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = read("waves.respondents.csv")))

lines <- c()
put <- function(name, where, kind, by, first, second, measure, statistic, value) {
  lines <<- c(lines, sprintf("%s,%s,%s,%s,%s,%s,%s,%s,%.17g", name, where, kind, by, first, second, measure, statistic,
                             as.numeric(value)))
}
test <- function(name, where, kind, by, first, second, measure, estimate, se, df) {
  estimate <- unname(estimate); se <- unname(se); t <- estimate / se; half <- qt(0.975, df) * se
  numbers <- c(difference = estimate, se = se, t = t, df = df, p = 2 * pt(-abs(t), df), low = estimate - half,
               high = estimate + half)
  for (s in names(numbers)) put(name, where, kind, by, first, second, measure, s, numbers[[s]])
}
ratio <- function(name, where, kind, by, first, second, measure, log_ratio, se, df) {
  log_ratio <- unname(log_ratio); se <- unname(se); t <- log_ratio / se; half <- qt(0.975, df) * se
  numbers <- c(ratio = exp(log_ratio), "log-se" = se, "ratio-t" = t, "ratio-p" = 2 * pt(-abs(t), df),
               "ratio-low" = exp(log_ratio - half), "ratio-high" = exp(log_ratio + half))
  for (s in names(numbers)) put(name, where, kind, by, first, second, measure, s, numbers[[s]])
}
domain <- function(name, where, measure) {
  d <- designs[[name]]
  if (where != "") { side <- strsplit(where, "=")[[1]]; d <- d[which(d$variables[[side[1]]] == side[2]), ] }
  d[!is.na(d$variables[[measure]]), ]
}
# Two sides of a factor g of the design's variables: the first level less the second.
two_sides <- function(d, g, sides, measure) {
  d$variables$g <- g
  d <- d[which(d$variables$g %in% sides), ]
  means <- svyby(as.formula(paste0("~", measure)), ~g, d, svymean, covmat = TRUE)
  weights <- ifelse(means$g == sides[1], 1, -1)
  difference <- svycontrast(means, list(x = weights))
  logs <- list(x = bquote(log(.(as.name(sides[1]))) - log(.(as.name(sides[2])))))
  positive <- all(coef(means) > 0)
  log_ratio <- if (positive) svycontrast(means, logs) else NULL
  list(difference = coef(difference), se = SE(difference), df = degf(d), log = if (positive) coef(log_ratio),
       log_se = if (positive) SE(log_ratio))
}
compare <- function(name, where, kind, by, first, second, measure, g, sides) {
  r <- two_sides(domain(name, where, measure), g, sides, measure)
  test(name, where, kind, by, first, second, measure, r$difference, r$se, r$df)
  if (!is.null(r$log)) ratio(name, where, kind, by, first, second, measure, r$log, r$log_se, r$df)
}
pairs <- function(name, where, by, groups, measure) {
  v <- domain(name, where, measure)$variables[[by]]
  for (i in seq_along(groups)) for (j in seq_along(groups)) if (i < j)
    compare(name, where, "pairs", by, groups[i], groups[j], measure, v, groups[c(i, j)])
}
complement <- function(name, where, by, groups, measure) {
  v <- domain(name, where, measure)$variables[[by]]
  for (g in groups)
    compare(name, where, "complement", by, g, "", measure, ifelse(v == g, "one", ifelse(v %in% groups, "rest", NA)),
            c("one", "rest"))
}
ages <- c("a16_24", "a25_44", "a45_64", "a65_plus")
pairs("stratified", "", "age_band", ages, "pct")
pairs("stratified", "sex=female", "age_band", ages, "mean")
for (a in ANSWERS) pairs("stratified", "", "sex", c("female", "male"), a)
pairs("clustered-strata-fpc", "", "age_band", ages, "pct")
pairs("clustered-strata-fpc", "age_band=a25_44", "sex", c("female", "male"), "mean")
complement("stratified", "", "age_band", ages, "pct")
complement("clustered-strata-fpc", "sex=female", "age_band", ages, "pct")
complement("clustered-strata-fpc", "", "age_band", ages, "mean")

# ---- Waves ------------------------------------------------------------------------------------------------------------
wave_pairs <- function(kind, where, measure, pairs) {
  v <- domain("waves", where, measure)$variables$wave
  for (p in pairs) compare("waves", where, kind, "", p[1], p[2], measure, v, p)
}
present <- function(p) !("2020Q4" %in% p)
previous <- Filter(present, lapply(2:10, function(i) waves[c(i, i - 1)]))
year <- Filter(present, lapply(5:10, function(i) waves[c(i, i - 4)]))
for (m in c("pct", "mean")) { wave_pairs("previous", "", m, previous); wave_pairs("year", "", m, year) }
wave_pairs("first", "", "pct", list(c("2022Q2", "2020Q1")))
wave_pairs("year", "sex=female", "pct", year)

# Windows of waves i-3 to i and j-3 to j, which overlap: ratios of totals over the windows.
windows <- function(kind, where, measure, by) {
  d <- domain("waves", where, measure)
  w <- intersect(waves, d$variables$wave)
  for (x in w) {
    d$variables[[paste0("n", x)]] <- d$variables[[measure]] * (d$variables$wave == x)
    d$variables[[paste0("d", x)]] <- as.numeric(d$variables$wave == x)
  }
  totals <- svytotal(as.formula(paste("~", paste0(rep(c("n", "d"), each = length(w)), w, collapse = "+"))), d)
  sum_of <- function(letter, i) {
    Reduce(function(a, b) call("+", a, b), lapply(paste0(letter, intersect(waves[(i - 3):i], w)), as.name))
  }
  mean_of <- function(i) call("/", call("(", sum_of("n", i)), call("(", sum_of("d", i)))
  for (i in 4:10) if (i - by >= 4) {
    j <- i - by
    difference <- svycontrast(totals, list(x = call("-", mean_of(i), mean_of(j))))
    logs <- svycontrast(totals, list(x = call("-", call("log", mean_of(i)), call("log", mean_of(j)))))
    both <- d[d$variables$wave %in% waves[c((i - 3):i, (j - 3):j)], ]
    label <- function(k) paste0(waves[k - 3], "..", waves[k])
    test("waves", where, kind, "", label(i), label(j), measure, coef(difference), SE(difference), degf(both))
    ratio("waves", where, kind, "", label(i), label(j), measure, coef(logs), SE(logs), degf(both))
  }
}
windows("rolling-previous", "", "pct", 1)
windows("rolling-year", "", "mean", 4)
windows("rolling-previous", "sex=male", "mean", 1)
for (i in 4:10) for (m in c("pct", "mean")) {
  d <- domain("waves", "", m)
  pooled <- svymean(as.formula(paste0("~", m)), d[d$variables$wave %in% waves[(i - 3):i], ])
  put("waves", "", "pooled", "", paste0(waves[i - 3], "..", waves[i]), "", m, "estimate", coef(pooled))
  put("waves", "", "pooled", "", paste0(waves[i - 3], "..", waves[i]), "", m, "se", SE(pooled))
}

trend <- function(where, measure) {
  d <- domain("waves", where, measure)
  means <- svyby(as.formula(paste0("~", measure)), ~wave, d, svymean, covmat = TRUE)
  x <- match(means$wave, waves); n <- as.numeric(table(d$variables$wave)[means$wave])
  centre <- sum(n * x) / sum(n)
  slope <- svycontrast(means, list(x = n * (x - centre) / sum(n * (x - centre)^2)))
  stopifnot(abs(coef(slope) - coef(lm(coef(means) ~ x, weights = n))[2]) < 1e-12)
  test("waves", where, "trend", "", "", "", measure, coef(slope), SE(slope), degf(d))
}
for (m in c("pct", "mean", ANSWERS[1:3])) trend("", m)
trend("sex=female", "pct")

association <- function(name, where, by, column, measure) {
  d <- domain(name, where, "pct")
  d <- d[!is.na(d$variables[[by]]), ]
  d$variables$column <- d$variables[[column]]
  formula <- as.formula(paste0("~", by, "+column"))
  f <- svychisq(formula, d); first <- svychisq(formula, d, statistic = "Chisq")
  numbers <- c(F = f$statistic, "F-df" = f$parameter[[1]], "F-denominator" = f$parameter[[2]], "F-p" = f$p.value,
               X2 = first$statistic, "first-p" = first$p.value,
               "second-p" = pf(f$statistic, f$parameter[[1]], Inf, lower.tail = FALSE),
               V = sqrt(first$statistic / nrow(d) / (min(dim(svytable(formula, d))) - 1)))
  names(numbers) <- c("F", "F-df", "F-denominator", "F-p", "X2", "first-p", "second-p", "V")
  for (s in names(numbers)) put(name, where, "association", by, "", "", measure, s, numbers[[s]])
}
association("stratified", "", "age_band", "answer", "answers")
association("stratified", "sex=female", "age_band", "pct", "pct")
association("clustered-strata-fpc", "", "age_band", "pct", "pct")
association("clustered-strata-fpc", "sex=male", "age_band", "answer", "answers")
association("waves", "", "wave", "pct", "pct")
association("waves", "sex=female", "wave", "answer", "answers")

out <- file("differences.expected.csv", "w")
writeLines(c(
  "# Families of comparisons, made by make-differences.R.",
  sprintf("# %s; survey package %s; 17 significant digits.", R.version.string, packageVersion("survey")),
  "# pairs, complement, previous, year, first: svyby(~y, ~g, subset(design, g is of the two sides), svymean, covmat = TRUE);",
  "#   difference: svycontrast(means, c(1, -1)); ratio: svycontrast(means, quote(log(a) - log(b))); df: degf of the subset;",
  "#   t = difference / se; p = 2 * pt(-abs(t), df); low, high: difference -+ qt(0.975, df) * se, of a ratio on the log scale",
  "# rolling: svytotal of y and 1 in each wave, then svycontrast(totals, quote((n1+n2+n3+n4)/(d1+d2+d3+d4) - ...))",
  "# pooled: svymean(~y, subset(design, wave of the window))",
  "# trend: svycontrast(svyby(~y, ~wave, design, svymean, covmat = TRUE), n*(x-X)/sum(n*(x-X)^2)), which is",
  "#   coef(lm(means ~ x, weights = n)) with n the base of a wave, x its place among all ten, X their mean weighted by n",
  "# association: svychisq(~g + answer, subset(design, both answered)), statistic = 'F' and 'Chisq'; V: sqrt(X2/n/(k-1))",
  "case,where,kind,by,first,second,measure,statistic,value", lines), out)
close(out)
