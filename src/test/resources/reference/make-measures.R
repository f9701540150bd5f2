# Makes the reference numbers of every kind of measure under every kind of design, by the whole path from query to answer.
#
#   Rscript make-measures.R
#
# Writes, into the folder it is run in,
#   measures.respondents.csv  the respondents (made up by this script, from a fixed seed)
#   measures.expected.csv     what R's survey package says of them

suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20241103)

# ---- 1. Data: 4 strata, 3 to 5 primary units each, of which 2 to 4 secondary units, of which 2 to 4 respondents ----------

rows <- list()
for (h in 1:4) {
  primaries <- sample(3:5, 1)
  f1 <- primaries + sample(4:20, 1)
  for (i in seq_len(primaries)) {
    secondaries <- sample(2:4, 1)
    f2 <- secondaries + sample(0:6, 1)
    for (j in seq_len(secondaries)) for (k in seq_len(sample(2:4, 1)))
      rows[[length(rows) + 1]] <- data.frame(stratum = paste0("s", h), psu = paste0("s", h, "p", i), ssu = paste0("u", j), f1 = f1, f2 = f2)
  }
}
d <- do.call(rbind, rows)
n <- nrow(d)
effect <- rnorm(length(unique(d$psu)), 0, 0.6)[as.integer(factor(d$psu))]
d$sex <- sample(c("female", "male"), n, TRUE)
d$age_band <- sample(c("young", "middle", "old"), n, TRUE, c(0.3, 0.4, 0.3))
d$age <- round(ifelse(d$age_band == "young", runif(n, 16, 34), ifelse(d$age_band == "middle", runif(n, 35, 59), runif(n, 60, 92))))
d$age[sample(n, 4)] <- NA
d$incidents <- rpois(n, exp(effect))
d$incidents[sample(n, 5)] <- NA
d$answer <- c("very", "fairly", "not")[pmin(3, pmax(1, round(2 + effect + rnorm(n, 0, 0.8))))]
d$answer[sample(n, 12)] <- "dont_know"
d$answer[sample(n, 5)] <- NA
for (medium in c("paper", "radio", "web")) d[[paste0("news.", medium)]] <- rbinom(n, 1, c(paper = 0.3, radio = 0.5, web = 0.7)[[medium]])
d[sample(n, 6), c("news.paper", "news.radio", "news.web")] <- NA
chosen <- t(replicate(n, sample(c("roads", "crime", "parks", "noise"), 3, prob = c(0.4, 0.3, 0.2, 0.1))))
chosen[sample(n, 10), 3] <- NA
for (k in 1:3) d[[paste0("priority.", k)]] <- chosen[, k]
d[sample(n, 5), paste0("priority.", 1:3)] <- NA
d$base <- round(runif(n, 5, 40), 3)
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~base, data = d)
margins <- list(sex = data.frame(sex = c("female", "male"), Freq = c(1700, 1600)),
                age_band = data.frame(age_band = c("middle", "old", "young"), Freq = c(1300, 950, 1050)))
population <- c("(Intercept)" = 3300, sexmale = 1600, age_bandold = 950, age_bandyoung = 1050)
raked <- calibrate(design, ~sex + age_band, population, calfun = "raking", epsilon = 1e-13, maxit = 200)
d$weight <- sprintf("%.17g", weights(raked))
for (r in 1:30) d[[paste0("rep_", r)]] <- round(as.numeric(d$weight) * ave(rexp(n), d$psu, FUN = function(v) v[1]), 4)
d$f1 <- as.integer(d$f1)
write.csv(d, "measures.respondents.csv", row.names = FALSE, quote = FALSE, na = "", eol = "\n")
d <- read.csv("measures.respondents.csv", na.strings = "")

# ---- 2. What is measured ------------------------------------------------------------------------------------------------

d$safe_in <- ifelse(is.na(d$answer), NA, as.numeric(d$answer %in% c("very", "fairly")))
d$safe_out <- ifelse(d$answer %in% "dont_know", NA, d$safe_in)
d$mentions <- d$news.paper + d$news.radio + d$news.web
rank_of <- function(option) ifelse(is.na(d$priority.1), NA, ifelse(d$priority.1 == option, 1, ifelse(d$priority.2 %in% option, 2, ifelse(d$priority.3 %in% option, 3, 0))))
for (option in c("roads", "crime", "parks", "noise")) {
  d[[paste0("rank.", option)]] <- rank_of(option)
  d[[paste0("points.", option)]] <- ifelse(rank_of(option) == 0, 0, 4 - rank_of(option))
  d[[paste0("chosen.", option)]] <- as.numeric(rank_of(option) > 0)
}

DESIGNS <- list(
  "stratified" = quote(svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)),
  "clusters" = quote(svydesign(ids = ~psu, strata = ~stratum, fpc = ~f1, weights = ~weight, data = d)),
  "two stages" = quote(svydesign(ids = ~psu + ssu, strata = ~stratum, fpc = ~f1 + f2, weights = ~weight, data = d, nest = TRUE)),
  "calibrated" = quote(calibrate(svydesign(ids = ~psu, strata = ~stratum, weights = ~base, data = d), ~sex + age_band, population,
                                 calfun = "raking", epsilon = 1e-13, maxit = 200)),
  "given replicates" = quote(svrepdesign(weights = ~weight, repweights = "rep_", type = "bootstrap", data = d, combined.weights = TRUE)),
  "given replicates, mse" = quote(svrepdesign(weights = ~weight, repweights = "rep_", type = "bootstrap", data = d, combined.weights = TRUE, mse = TRUE)),
  "JKn" = quote(as.svrepdesign(svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d), type = "JKn")))

out <- list()
put <- function(case, measure, by, group, stats)
  out[[length(out) + 1]] <<- data.frame(case, measure, by, group, statistic = names(stats), value = sprintf("%.17g", as.numeric(unname(stats))))

wald <- function(est, se, df) est + c(-1, 1) * qt(0.975, df) * se
logit <- function(est, se, df) plogis(qlogis(est) + c(-1, 1) * qt(0.975, df) * se / (est * (1 - est)))

measure <- function(name, est, se, df, n, deff, limits) c(estimate = est, se = se, df = df, n = n, low = limits[1], high = limits[2], if (!is.null(deff)) c(deff = deff))

# The design cut to the valid answers of a domain; elsewhere the values are 0, since a calibrated design keeps all rows.
cut_to <- function(des, valid, y, x = y) subset(update(des, yy = ifelse(valid, d[[y]], 0), xx = ifelse(valid, d[[x]], 0)), valid)

of_mean <- function(des, y, cond, share) {
  valid <- cond & !is.na(d[[y]])
  s <- cut_to(des, valid, y); m <- svymean(~yy, s); df <- degf(s); est <- coef(m)[[1]]; se <- SE(m)[[1]]
  measure(y, est, se, df, sum(valid), NULL, if (share) logit(est, se, df) else wald(est, se, df))
}
of_total <- function(des, y, cond) {
  valid <- cond & !is.na(d[[y]])
  s <- cut_to(des, valid, y); m <- svytotal(~yy, s); df <- degf(s); est <- coef(m)[[1]]; se <- SE(m)[[1]]
  measure(y, est, se, df, sum(valid), NULL, wald(est, se, df))
}
of_ratio <- function(des, y, x, cond, share) {
  valid <- cond & !is.na(d[[y]]) & !is.na(d[[x]])
  s <- cut_to(des, valid, y, x); m <- svyratio(~yy, ~xx, s); df <- degf(s)
  est <- coef(m)[[1]]; se <- SE(m)[[1]]
  measure(y, est, se, df, sum(valid), NULL, if (share) logit(est, se, df) else wald(est, se, df))
}
of_quantile <- function(des, y, p, cond) {
  valid <- cond & !is.na(d[[y]])
  s <- cut_to(des, valid, y)
  q <- svyquantile(~yy, s, p, interval.type = "mean", qrule = "math", df = degf(s))[[1]]
  q[is.na(q)] <- NaN                                          # an end of the interval that leaves 0 to 1 does not exist
  measure(y, q[1], q[4], degf(s), sum(valid), NULL, q[2:3])
}

for (case in names(DESIGNS)) {
  des <- eval(DESIGNS[[case]])
  des <- update(des, incidents0 = incidents)
  for (by in c("", "sex")) for (group in if (by == "") "" else c("female", "male")) {
    cond <- if (by == "") rep(TRUE, n) else d$sex == group
    p <- function(name, stats) put(case, name, by, group, stats)
    p("safe", of_mean(des, "safe_in", cond, TRUE))
    p("safe_dk_out", of_mean(des, "safe_out", cond, TRUE))
    p("mean_age", of_mean(des, "age", cond, FALSE))
    p("incidents", of_total(des, "incidents", cond))
    p("safe_people", of_total(des, "safe_in", cond))
    p("per_safe", of_ratio(des, "incidents", "safe_in", cond, FALSE))
    p("median_age", of_quantile(des, "age", 0.5, cond))
    p("eighth_age", of_quantile(des, "age", 0.8, cond))
    p("lower_incidents", of_quantile(des, "incidents", 0.25, cond))
    for (medium in c("paper", "radio", "web")) {
      p(paste0("news.", medium), of_mean(des, paste0("news.", medium), cond, TRUE))
      p(paste0("news_share.", medium), of_ratio(des, paste0("news.", medium), "mentions", cond, TRUE))
    }
    for (option in c("roads", "crime", "parks", "noise")) {
      p(paste0("priorities.", option), of_mean(des, paste0("points.", option), cond, FALSE))
      p(paste0("mentioned.", option), of_mean(des, paste0("chosen.", option), cond, TRUE))
    }
  }
}

# Differences of women and men under each design, and design effects of the simplest.
for (case in names(DESIGNS)) {
  des <- eval(DESIGNS[[case]])
  for (y in c("safe_in", "age")) {
    valid <- !is.na(d[[y]])
    cut <- cut_to(des, valid, y)
    cut <- update(cut, g = as.numeric(sex == "female"), h = as.numeric(sex == "male"))
    cut <- update(cut, gy = g * yy, hy = h * yy)
    totals <- svytotal(~gy + g + hy + h, cut)
    contrast <- if (inherits(cut, "svyrep.design")) withReplicates(cut, function(w, data) sum(w * data$gy) / sum(w * data$g) - sum(w * data$hy) / sum(w * data$h))
                else svycontrast(totals, quote(gy / g - hy / h))
    est <- as.numeric(coef(contrast)); se <- as.numeric(SE(contrast)); df <- degf(cut)
    put(case, c(safe_in = "safe", age = "mean_age")[[y]], "difference", "female-male",
        c(estimate = est, se = se, df = df, low = wald(est, se, df)[1], high = wald(est, se, df)[2], p = 2 * pt(-abs(est / se), df)))
  }
}
des <- eval(DESIGNS[["stratified"]])
for (y in c("age", "incidents")) {
  s <- subset(des, !is.na(d[[y]]))
  put("stratified", c(age = "mean_age", incidents = "incidents")[[y]], "deff", "",
      c(deff = if (y == "age") deff(svymean(~age, s, deff = "replace"))[[1]] else deff(svytotal(~incidents, s, deff = "replace"))[[1]]))
}

rows <- do.call(rbind, out)
header <- c(
  paste0("# Expected values for measures.respondents.csv, made by make-measures.R."),
  paste0("# ", R.version.string, "; survey package ", packageVersion("survey"), "; all numbers with 17 significant digits."),
  paste0("# ", names(DESIGNS), ": ", vapply(DESIGNS, function(q) paste(trimws(deparse(q, width.cutoff = 500)), collapse = " "), "")),
  "# DOMAIN = the group, and the valid answers of the measure's variables; all of subset(design, DOMAIN), df = degf(subset(design, DOMAIN)).",
  "# safe, safe_dk_out: svymean of answer in (very, fairly), with and without don't knows; mean_age, priorities.*: svymean; news.*, mentioned.*: svymean of 0/1",
  "# incidents, safe_people: svytotal; per_safe, news_share.*: svyratio; median_age, eighth_age, lower_incidents: svyquantile(interval.type = \"mean\", qrule = \"math\", df)",
  "# low, high: estimate -/+ qt(0.975, df) * se, on the logit scale for shares; of quantiles Woodruff's",
  "# difference: svycontrast of svytotal (withReplicates for replicate designs); deff: svymean and svytotal with deff = \"replace\"")
con <- file("measures.expected.csv", "wb")
writeLines(c(header, "case,measure,by,group,statistic,value", paste(paste0("\"", rows$case, "\""), rows$measure, rows$by, rows$group, rows$statistic, rows$value, sep = ",")), con, sep = "\n")
close(con)
cat(nrow(d), "respondents,", nrow(rows), "numbers\n")
