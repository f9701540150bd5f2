# Linear contrasts of several domains by R; reads stratified.data.csv, clustered-strata-fpc.data.csv and
# waves.respondents.csv, writes contrast.expected.csv.
#   Rscript make-contrast.R
# Every contrast is made from one covariance matrix: svytotal of the numerators and denominators of all domains, and
# svycontrast of their ratios, as an expression; so domains may overlap, and lie in several waves. Where the domains are
# disjoint, svyby(covmat = TRUE) and svycontrast with a vector of weights must give the same, or the script stops.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")
NET <- c("very_safe", "fairly_safe")

read <- function(file) {
  d <- read.csv(file, na.strings = "", stringsAsFactors = FALSE)
  d$pct <- ifelse(is.na(d$answer), NA, as.numeric(d$answer %in% NET))
  d$mean <- unname(c(very_safe = 5, fairly_safe = 4, bit_unsafe = 2, very_unsafe = 1)[d$answer])
  d
}
designs <- list(
  stratified = svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = read("stratified.data.csv")),
  "clustered-strata-fpc" = svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight,
                                     data = read("clustered-strata-fpc.data.csv")),
  waves = svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = read("waves.respondents.csv")))

lines <- c()
# A domain is written measure&variable:code,...; wave:code for a wave.
parts <- function(text) {
  sides <- strsplit(text, "&")[[1]]
  filters <- if (length(sides) > 1) strsplit(strsplit(sides[2], ",")[[1]], ":") else list()
  list(measure = sides[1], filters = filters)
}
member <- function(v, side) {
  inside <- !is.na(v[[side$measure]])
  for (f in side$filters) inside <- inside & !is.na(v[[f[1]]]) & v[[f[1]]] %in% strsplit(f[2], "/")[[1]]
  inside
}
contrast <- function(name, domains, weights) {
  d <- designs[[name]]
  sides <- lapply(domains, parts)
  inside <- lapply(sides, function(s) member(d$variables, s))
  for (k in seq_along(sides)) {
    y <- d$variables[[sides[[k]]$measure]]
    d$variables[[paste0("n", k)]] <- ifelse(inside[[k]], y, 0)
    d$variables[[paste0("d", k)]] <- as.numeric(inside[[k]])
  }
  names <- paste0(rep(c("n", "d"), length(sides)), rep(seq_along(sides), each = 2))
  totals <- svytotal(as.formula(paste("~", paste(names, collapse = "+"))), d)
  expression <- Reduce(function(a, b) call("+", a, b), lapply(seq_along(sides), function(k)
    call("*", weights[k], call("/", as.name(paste0("n", k)), as.name(paste0("d", k))))))
  result <- svycontrast(totals, list(x = expression))
  estimate <- unname(coef(result)); se <- unname(SE(result)); df <- degf(d[Reduce("|", inside), ])
  check_disjoint(d, sides, inside, weights, estimate, se)
  t <- estimate / se; half <- qt(0.975, df) * se
  numbers <- c(value = estimate, se = se, t = t, df = df, p = 2 * pt(-abs(t), df), low = estimate - half,
               high = estimate + half)
  for (s in names(numbers)) lines <<- c(lines, sprintf("%s,%s,%s,%s,%.17g", name, paste0('"', paste(domains, collapse = ";"), '"'),
                                                       paste(weights, collapse = ";"), s, numbers[[s]]))
}
check_disjoint <- function(d, sides, inside, weights, estimate, se) {
  one <- length(unique(sapply(sides, `[[`, "measure"))) == 1
  if (!one || any(Reduce("+", inside) > 1)) return(invisible())
  d$variables$g <- factor(Reduce("+", Map("*", seq_along(inside), inside)), levels = seq_along(inside))
  d$variables$y <- d$variables[[sides[[1]]$measure]]
  means <- svyby(~y, ~g, d[Reduce("|", inside), ], svymean, covmat = TRUE)
  again <- svycontrast(means, weights)
  stopifnot(abs(coef(again) - estimate) < 1e-11, abs(SE(again) - se) < 1e-11)
}

GAPS <- c(1, -1, -1, 1)
both <- function(measure) {
  # disjoint: the difference of women and men among the young, less that among the old
  contrast("stratified", paste0(measure, c("&sex:female,age_band:a16_24", "&sex:male,age_band:a16_24",
                                           "&sex:female,age_band:a65_plus", "&sex:male,age_band:a65_plus")), GAPS)
  # overlapping: that among the young, less that of everybody
  contrast("stratified", paste0(measure, c("&sex:female,age_band:a16_24", "&sex:male,age_band:a16_24",
                                           "&sex:female", "&sex:male")), GAPS)
  contrast("clustered-strata-fpc", paste0(measure, c("&sex:female,age_band:a25_44", "&sex:male,age_band:a25_44",
                                                     "&sex:female", "&sex:male")), GAPS)
  # one domain in both gaps
  contrast("clustered-strata-fpc", paste0(measure, c("&age_band:a25_44", "&age_band:a45_64", "&age_band:a45_64",
                                                     "&age_band:a65_plus")), GAPS)
  # waves: a change among women, less that among men; and signs turned
  contrast("waves", paste0(measure, c("&sex:female,wave:2022Q2", "&sex:female,wave:2020Q1", "&sex:male,wave:2022Q2",
                                      "&sex:male,wave:2020Q1")), GAPS)
  contrast("waves", paste0(measure, c("&sex:female,wave:2022Q2", "&sex:female,wave:2020Q1", "&wave:2022Q2",
                                      "&wave:2020Q1")), c(1, -1, 1, -1))
  # three domains; six of them
  contrast("waves", paste0(measure, c("&wave:2020Q1", "&wave:2020Q2", "&wave:2020Q3")), c(0.5, 0.5, -1))
  contrast("stratified", paste0(measure, c("&age_band:a16_24", "&age_band:a25_44", "&age_band:a45_64", "&age_band:a65_plus",
                                           "&sex:female", "&sex:male")), c(-3, -1, 1, 3, 0.25, -0.25))
}
for (m in c("pct", "mean")) both(m)
# two measures in one contrast: the gap of a share less the gap of a mean
contrast("stratified", c("pct&sex:female", "pct&sex:male", "mean&sex:female", "mean&sex:male"), c(1, -1, -0.25, 0.25))
contrast("clustered-strata-fpc", c("pct&sex:female", "mean&age_band:a25_44"), c(4, -1))

version <- paste0("# ", R.version.string, "; survey package ", packageVersion("survey"), "; 17 significant digits.")
writeLines(c("# Linear contrasts of domains, made by make-contrast.R.", version,
             "# value, se: svycontrast(svytotal(~n1 + d1 + n2 + d2 + ..., design), quote(w1 * n1 / d1 + w2 * n2 / d2 + ...));",
             "#   df: degf of the union of the domains; t = value / se; p = 2 * pt(-abs(t), df);",
             "#   low, high: value -+ qt(0.975, df) * se",
             "case,domains,weights,statistic,value", lines), "contrast.expected.csv")
