# Makes the reference data and the reference numbers that Deepdive is tested against.
#
#   Rscript make-reference.R
#
# Writes, into the folder it is run in, for each design
#   <design>.data.csv      the respondents (made up by this script, from a fixed seed)
#   <design>.expected.csv  what R's survey package says about them
#
# Every standard error, design effect, degrees of freedom and difference is computed twice: by the survey package, and from
# the textbook formula in plain R (section 3, which never touches a survey object). The script stops if the two disagree.

suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20240611)
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, survey.ultimate.cluster = FALSE)

SEXES   <- c("female", "male", "other")
AGES    <- c("a16_24", "a25_44", "a45_64", "a65_plus")
ANSWERS <- c("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know")
SCORES  <- c(very_safe = 5, fairly_safe = 4, bit_unsafe = 2, very_unsafe = 1, dont_know = NA)
NET     <- c("very_safe", "fairly_safe")
NETNAME <- "very_safe+fairly_safe"

# ---- 1. Data ---------------------------------------------------------------------------------------------------------

# n respondents; safer > 0 makes safe answers likelier. Sex is female or male here: "other" is placed by hand below.
respondents <- function(n, safer = 0) {
  sex <- sample(SEXES[1:2], n, replace = TRUE, prob = c(0.54, 0.46))
  age <- sample(AGES, n, replace = TRUE, prob = c(0.2, 0.3, 0.3, 0.2))
  lean <- safer + ifelse(sex == "male", 0.4, 0) + c(a16_24 = 0.3, a25_44 = 0.1, a45_64 = -0.1, a65_plus = -0.4)[age]
  answer <- vapply(lean, function(l) sample(ANSWERS, 1, prob = exp(c(0.2 + l, 0.8 + l, 0.3 - l, -0.4 - l, -0.9))), "")
  answer[runif(n) < 0.07] <- NA
  data.frame(sex = sex, age_band = age, answer = answer)
}

# Weights from low to exactly low * factor.
weights_spanning <- function(n, low, factor) {
  u <- rnorm(n)
  low * factor^((u - min(u)) / (max(u) - min(u)))
}

# Puts respondents of sex "other" over the rows given.
set_other <- function(d, rows, ages, answers) {
  d$sex[rows] <- "other"; d$age_band[rows] <- ages; d$answer[rows] <- answers
  d
}

write_data <- function(name, d) {
  d$id <- sprintf("r%03d", seq_len(nrow(d)))
  d$score <- unname(SCORES[d$answer])
  columns <- intersect(c("id", "weight", "stratum", "cluster", "fpc", "sex", "age_band", "answer", "score"), names(d))
  d <- d[columns]
  weight <- d$weight
  d$weight <- sprintf("%.17g", d$weight)
  file <- paste0(name, ".data.csv")
  write.csv(d, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
  back <- read_data(name)
  stopifnot(nrow(back) >= 60, nrow(back) <= 600, max(abs(back$weight / weight - 1)) < 1e-15)
}

read_data <- function(name) {
  d <- read.csv(paste0(name, ".data.csv"), na.strings = "", stringsAsFactors = FALSE)
  d$pct  <- ifelse(is.na(d$answer), NA, as.numeric(d$answer %in% NET))                          # base: all answers
  d$pctx <- ifelse(is.na(d$answer) | d$answer == "dont_know", NA, as.numeric(d$answer %in% NET)) # base: without dont_know
  d$mean <- as.numeric(d$score)
  d
}

make_stratified <- function() {
  sizes <- c(S01 = 60, S02 = 44, S03 = 36, S04 = 30, S05 = 26, S06 = 22, S07 = 20, S08 = 18, S09 = 14, S10 = 12, S11 = 8, S12 = 5)
  d <- do.call(rbind, lapply(seq_along(sizes), function(h)
    cbind(stratum = names(sizes)[h], respondents(sizes[h], safer = 0.1 * (h - 6)))))
  d$weight <- weights_spanning(nrow(d), low = 7.3, factor = 50)
  d$sex[d$stratum == "S07"] <- "female"                        # a stratum with no rows of the domain sex=male
  s4 <- which(d$stratum == "S04")                              # "other" lives in one stratum only
  d <- set_other(d, s4[1:2], "a16_24", NA)                     # a group with no valid answer
  d <- set_other(d, s4[3:5], "a25_44", "very_safe")            # p = 1
  d <- set_other(d, s4[6], "a65_plus", "very_unsafe")          # a single respondent (p = 0)
  d                                                            # other & a45_64: nobody at all
}

make_srs <- function() {
  d <- respondents(240)
  d$weight <- weights_spanning(nrow(d), low = 0.31, factor = 12)
  d <- set_other(d, 11:20, rep(AGES[1:2], 5), rep(c("bit_unsafe", "very_unsafe", "dont_know", "bit_unsafe", NA), 2))  # p = 0
  d <- set_other(d, 21, "a45_64", "dont_know")                 # valid with dont_know, not valid without
  d
}

make_clustered <- function() {
  sizes <- sample(4:15, 30, replace = TRUE)
  d <- do.call(rbind, lapply(1:30, function(c)
    cbind(cluster = sprintf("c%02d", c), respondents(sizes[c], safer = rnorm(1, 0, 0.7)))))
  d$weight <- weights_spanning(nrow(d), low = 1.1, factor = 20)
  d$age_band[d$cluster == "c05"] <- "a65_plus"                 # clusters without some domains
  d$sex[d$cluster %in% c("c09", "c10")] <- "male"
  d                                                            # nobody is "other": an empty domain
}

make_clustered_strata_fpc <- function() {
  psus <- c(3, 4, 5, 6, 3, 4, 5, 6); population <- c(12, 9, 40, 18, 7, 133, 25, 6)   # stratum t8 is fully enumerated
  d <- do.call(rbind, lapply(1:8, function(h) do.call(rbind, lapply(seq_len(psus[h]), function(c)
    cbind(stratum = paste0("t", h), cluster = sprintf("t%d-%d", h, c), fpc = population[h],
          respondents(sample(4:9, 1), safer = 0.15 * (h - 4) + rnorm(1, 0, 0.5)))))))
  d$weight <- weights_spanning(nrow(d), low = 15, factor = 30)
  d$age_band[d$stratum == "t1" & d$age_band == "a16_24"] <- "a25_44"   # no a16_24 in t1
  one <- which(d$stratum == "t3" & d$cluster == "t3-2")[1:4]           # "other" in one cluster only: df = 0
  set_other(d, one, c("a16_24", "a16_24", "a25_44", "a45_64"), c("very_safe", "bit_unsafe", "fairly_safe", "dont_know"))
}

make_stratified_fpc <- function() {
  sizes <- c(40, 34, 30, 24, 18, 12, 2); population <- c(400, 340, 77, 1000, 36, 12, 50)   # stratum 6 is a census
  d <- do.call(rbind, lapply(seq_along(sizes), function(h)
    cbind(stratum = h, fpc = population[h], respondents(sizes[h], safer = 0.2 * (h - 3)))))
  d$weight <- d$fpc / ave(d$fpc, d$stratum, FUN = length) * runif(nrow(d), 0.7, 1.4)
  s2 <- which(d$stratum == 2)
  set_other(d, s2[1:3], c("a16_24", "a16_24", "a65_plus"), c("dont_know", "dont_know", "very_safe"))
}

make_lonely <- function() {
  psus <- c(L1 = 1, L2 = 4, L3 = 3, L4 = 2, L5 = 5, L6 = 1, L7 = 3, L8 = 2)            # L1 and L6 have a single PSU
  d <- do.call(rbind, lapply(seq_along(psus), function(h) do.call(rbind, lapply(seq_len(psus[h]), function(c)
    cbind(stratum = names(psus)[h], cluster = paste0(names(psus)[h], letters[c]),
          respondents(sample(5:9, 1), safer = 0.2 * (h - 4) + rnorm(1, 0, 0.6)))))))
  d$weight <- weights_spanning(nrow(d), low = 2, factor = 15)
  d$age_band[d$stratum == "L6" & d$age_band == "a45_64"] <- "a25_44"                   # a45_64 meets one lonely stratum only
  d$age_band[d$stratum %in% c("L1", "L6") & d$age_band == "a65_plus"] <- "a16_24"      # a65_plus meets none
  d$age_band[d$stratum == "L3" & d$cluster != "L3a" & d$age_band == "a65_plus"] <- "a45_64"
  d$age_band[d$cluster == "L3a"][1:2] <- "a65_plus"            # L3 has three PSUs, but a65_plus meets only one of them
  d[which(d$stratum == "L1")[4:5], c("sex", "age_band", "answer")] <- data.frame("female", "a45_64", c("very_safe", "bit_unsafe"))
  d <- set_other(d, which(d$stratum == "L1")[1:3], c("a16_24", "a25_44", "a25_44"), c("very_safe", "fairly_safe", "bit_unsafe"))
  set_other(d, which(d$stratum == "L6")[1:3], c("a16_24", "a16_24", "a25_44"), c("very_unsafe", "fairly_safe", "bit_unsafe"))
}                                                              # "other" meets the two lonely strata and nothing else

make_lonely_fpc <- function() {
  psus <- c(M1 = 1, M2 = 3, M3 = 1, M4 = 4, M5 = 2); population <- c(1, 20, 10, 6, 15)   # M1: the only one there is; M3: one of ten
  d <- do.call(rbind, lapply(seq_along(psus), function(h) do.call(rbind, lapply(seq_len(psus[h]), function(c)
    cbind(stratum = names(psus)[h], cluster = paste0(names(psus)[h], letters[c]), fpc = population[h],
          respondents(sample(6:10, 1), safer = 0.3 * (h - 3)))))))
  d$weight <- weights_spanning(nrow(d), low = 3, factor = 8)
  d$age_band[d$stratum == "M3" & d$age_band == "a65_plus"] <- "a45_64"   # a65_plus meets M1 but not the lonely M3
  d[which(d$stratum == "M1")[1:2], c("sex", "age_band", "answer")] <- data.frame("male", "a65_plus", c("very_safe", "very_unsafe"))
  d
}

# ---- 2. Designs ------------------------------------------------------------------------------------------------------

DESIGNS <- list(
  "stratified"           = list(make = make_stratified,           call = quote(svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d))),
  "srs"                  = list(make = make_srs,                  call = quote(svydesign(ids = ~1, weights = ~weight, data = d))),
  "clustered"            = list(make = make_clustered,            call = quote(svydesign(ids = ~cluster, weights = ~weight, data = d))),
  "clustered-strata-fpc" = list(make = make_clustered_strata_fpc, call = quote(svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d))),
  "stratified-fpc"       = list(make = make_stratified_fpc,       call = quote(svydesign(ids = ~1, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d))),
  "lonely"               = list(make = make_lonely,               call = quote(svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = d))),
  "lonely-fpc"           = list(make = make_lonely_fpc,           call = quote(svydesign(ids = ~cluster, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d))))

# ---- 3. The same in plain R, to check against ------------------------------------------------------------------------

# Variance of the total of z. z: linearised value times weight, 0 outside the domain; d: all respondents; inside: the domain.
#   sum over strata of (1 - n/N) * n/(n-1) * sum over PSUs (z_hc - zbar_h)^2,  n = PSUs of the stratum in the whole sample
plain_variance <- function(d, z, inside, lonely) {
  strata <- if (is.null(d$stratum)) rep("all", nrow(d)) else as.character(d$stratum)
  psus <- if (is.null(d$cluster)) d$id else d$cluster
  present <- unique(strata[inside])
  total <- 0; left_out <- 0
  for (h in present) {
    rows <- strata == h
    totals <- vapply(split(z[rows], psus[rows]), sum, 0)
    n <- length(totals)
    f <- if (is.null(d$fpc)) 1 else 1 - n / d$fpc[rows][1]
    if (f == 0) next                                                     # all PSUs there are: adds nothing, and is never lonely
    if (n > 1) total <- total + f * n / (n - 1) * sum((totals - mean(totals))^2)
    else if (lonely == "adjust") total <- total + f * totals^2           # centred at the population, not at its stratum
    else if (lonely == "average") left_out <- left_out + 1               # counts as the mean of the other strata present
    else if (lonely == "fail") stop("single PSU")
  }                                                                      # remove, certainty: adds nothing
  unname(if (left_out > 0) total * length(present) / (length(present) - left_out) else total)
}

plain_z <- function(d, y, inside) ifelse(inside, d$weight * (ifelse(inside, y, 0) - weighted.mean(y[inside], d$weight[inside])) / sum(d$weight[inside]), 0)

plain_df <- function(d, inside) {
  strata <- if (is.null(d$stratum)) rep("all", nrow(d)) else d$stratum
  psus <- if (is.null(d$cluster)) d$id else d$cluster
  length(unique(psus[inside])) - length(unique(strata[inside]))
}

# Variance under simple random sampling with replacement: s^2 / n with the weighted s^2 = n/(n-1) sum w (y - ybar)^2 / sum w
plain_srs_variance <- function(d, y, inside) {
  w <- d$weight[inside]; v <- y[inside]; n <- length(v)
  sum(w * (v - weighted.mean(v, w))^2) / sum(w) / (n - 1)
}

checks <- 0
agree <- function(what, a, b, tolerance = 1e-11) {
  a <- unname(as.vector(a)); b <- unname(as.vector(b))
  scale <- max(abs(a), abs(b))
  if (!(identical(is.nan(a), is.nan(b)) && (all(is.nan(a)) || scale == 0 || all(abs(a - b) <= tolerance * scale))))
    stop("disagreement: ", what, ": ", paste(format(a, digits = 17), collapse = " "), " / ", paste(format(b, digits = 17), collapse = " "))
  checks <<- checks + 1
}

# ---- 4. Estimates ----------------------------------------------------------------------------------------------------

out <- list()
put <- function(case, measure, by, where, group, stats)
  out[[length(out) + 1]] <<- data.frame(case = case, measure = measure, by = by, where = where, group = group,
                                        statistic = names(stats), value = unname(stats), row.names = NULL)

measure_name <- function(m) if (m == "mean") "mean:score" else paste0(m, ":", NETNAME)
variables <- function(by) if (by == "") character() else strsplit(by, ",")[[1]]
in_domain <- function(d, where) if (where == "") rep(TRUE, nrow(d)) else { p <- strsplit(where, "=")[[1]]; d[[p[1]]] == p[2] }
group_of <- function(d, by) if (by == "") rep("", nrow(d)) else do.call(paste, c(lapply(variables(by), function(v) d[[v]]), sep = ","))

# The groups of a table: those with at least one respondent in the domain, whether or not any has answered.
groups_of <- function(d, by, where) if (by == "") "" else {
  levels <- c(sex = list(SEXES), age_band = list(AGES))[variables(by)]
  all <- if (length(levels) == 1) levels[[1]] else as.vector(t(outer(levels[[1]], levels[[2]], paste, sep = ",")))
  all[all %in% group_of(d, by)[in_domain(d, where)]]
}

estimates <- function(case, design, m, by = "", where = "", lonely = "fail") {
  d <- design$variables
  for (group in groups_of(d, by, where)) {
    member <- in_domain(d, where) & group_of(d, by) == group
    y <- d[[m]]
    valid <- member & !is.na(y)
    put(case, measure_name(m), by, where, group, one_estimate(design, m, member, valid, y, lonely))
  }
}

one_estimate <- function(design, m, member, valid, y, lonely) {
  d <- design$variables
  n <- sum(valid); sumw <- sum(d$weight[valid])
  df <- degf(subset(design, valid))
  agree("df", df, plain_df(d, valid))
  if (n == 0) return(c(estimate = NaN, se = NaN, df = df, n = n, sumw = sumw))
  formula <- as.formula(paste0("~", m))
  fit <- tryCatch(svymean(formula, subset(design, member), na.rm = TRUE, deff = "replace"), error = identity)
  if (inherits(fit, "error")) {                                # lonely.psu = "fail"
    stopifnot(lonely == "fail", grepl("has only one PSU", conditionMessage(fit)))
    agree("fails", inherits(try(plain_variance(d, plain_z(d, y, valid), valid, lonely), silent = TRUE), "try-error"), TRUE)
    return(c(estimate = NaN, se = NaN, df = df, deff = NaN, low_logit = if (m != "mean") NaN, high_logit = if (m != "mean") NaN,
             low_wald = NaN, high_wald = NaN, n = n, sumw = sumw))
  }
  est <- unname(coef(fit)); se <- as.vector(SE(fit)); deff <- as.vector(deff(fit))
  agree("estimate", est, weighted.mean(y[valid], d$weight[valid]))
  if (length(unique(y[valid])) == 1) {                         # p = 0, p = 1, one respondent: R leaves rounding residue
    stopifnot(abs(est - y[valid][1]) < 1e-13, se < 1e-14)
    return(c(estimate = y[valid][1], se = 0, df = df, n = n, sumw = sumw))
  }
  variance <- plain_variance(d, plain_z(d, y, valid), valid, lonely)
  if (!is.nan(se) && se < 1e-13) {                             # the domain meets one PSU, or only PSUs that add nothing
    stopifnot(variance < 1e-26)
    se <- 0; deff <- 0
  } else {
    agree("se", se, sqrt(variance))
    agree("deff", deff, variance / plain_srs_variance(d, y, valid))
  }
  stats <- c(estimate = est, se = se, df = df, deff = deff)
  t <- suppressWarnings(qt(0.975, df))
  if (m != "mean") {
    x <- log(est / (1 - est)); half <- t * se / (est * (1 - est))
    logit <- plogis(x + c(-1, 1) * half)
    if (se > 0 && !is.nan(se)) {
      ci <- suppressWarnings(attr(svyciprop(formula, subset(design, valid), method = "xlogit", df = df), "ci"))
      agree("xlogit", ci, logit)
      logit <- unname(as.vector(ci))
    }
    stats <- c(stats, low_logit = logit[1], high_logit = logit[2])
  }
  c(stats, low_wald = est - t * se, high_wald = est + t * se, n = n, sumw = sumw)
}

# ---- 5. Differences --------------------------------------------------------------------------------------------------

# a - b, or a - the whole of the domain when b is "all". All three ways work on the design cut to the valid answers of the two.
difference <- function(case, design, m, by, a, b, where = "", lonely = "fail") {
  d <- design$variables
  y <- d[[m]]
  valid <- in_domain(d, where) & !is.na(y)
  ina <- valid & group_of(d, by) == a
  inb <- if (b == "all") valid else valid & group_of(d, by) == b
  union <- ina | inb
  cut <- subset(design, union)
  df <- degf(cut)
  agree("df", df, plain_df(d, union))
  cut <- update(cut, y = y[union], g = ina[union] + 0, one = 1)
  cut <- update(cut, gy = g * y)
  if (b == "all") {
    totals <- svytotal(~gy + g + y + one, cut)
    contrast <- svycontrast(totals, quote(gy / g - y / one))
    est <- unname(coef(contrast)); se <- as.vector(SE(contrast))
  } else {
    table <- svyby(~y, ~g, cut, svymean, covmat = TRUE)
    contrast <- svycontrast(table, c("0" = -1, "1" = 1))
    est <- unname(as.vector(coef(contrast))); se <- as.vector(SE(contrast))
    slope <- svyglm(y ~ g, cut)                                # identity link: the slope is the difference
    agree("slope", coef(slope)[["g"]], est, 1e-12)
    agree("slope se", SE(slope)[["g"]], se, 1e-12)
  }
  agree("difference", est, weighted.mean(y[ina], d$weight[ina]) - weighted.mean(y[inb], d$weight[inb]))
  agree("difference se", se, sqrt(plain_variance(d, plain_z(d, y, ina) - plain_z(d, y, inb), union, lonely)))
  t <- est / se
  half <- suppressWarnings(qt(0.975, df)) * se
  put(case, paste0("diff-", measure_name(m)), by, where, paste0(a, "-", b),
      c(estimate = est, se = se, t = t, df = df, p = suppressWarnings(2 * pt(-abs(t), df)), low_wald = est - half, high_wald = est + half))
}

differences <- function(case, design, measures, pairs, where = "", lonely = "fail")
  for (m in measures) for (p in pairs) difference(case, design, m, p[1], p[2], p[3], where, lonely)

PAIRS <- list(c("sex", "female", "male"), c("sex", "female", "all"), c("sex", "male", "all"),
              c("age_band", "a16_24", "a65_plus"), c("age_band", "a25_44", "a45_64"), c("age_band", "a16_24", "all"))

# ---- 6. Output -------------------------------------------------------------------------------------------------------

header <- function(name, extra) c(
  paste0("Expected values for ", name, ".data.csv, made by make-reference.R."),
  paste0(R.version.string, "; survey package ", packageVersion("survey"), "; all numbers with 17 significant digits."),
  "read:  d <- read.csv(FILE, na.strings = \"\"); pct = answer is very_safe or fairly_safe, NA where answer is missing;",
  "       pctx = the same, NA also where answer is dont_know; mean = score.",
  paste0("design <- ", paste(trimws(deparse(DESIGNS[[name]]$call, width.cutoff = 500)), collapse = " ")),
  "DOMAIN = the where condition and the group; Y = pct, pctx or mean. Rows outside DOMAIN stay in the design and add zeros.",
  "estimate, se, deff: svymean(~Y, subset(design, DOMAIN), na.rm = TRUE, deff = \"replace\") with coef(), SE(), deff()",
  "df:                 degf(subset(design, DOMAIN & !is.na(Y)))",
  "low/high_logit:     svyciprop(~Y, subset(design, DOMAIN & !is.na(Y)), method = \"xlogit\", df = df)",
  "low/high_wald:      estimate -/+ qt(0.975, df) * se, not clipped to 0..1",
  "n, sumw:            sum(DOMAIN & !is.na(Y)), sum(weight[DOMAIN & !is.na(Y)])",
  "diff, a-b:          svycontrast(svyby(~Y, ~g, CUT, svymean, covmat = TRUE), c(\"0\" = -1, \"1\" = 1)) with g = (in a),",
  "                    CUT = subset(design, WHERE & (in a | in b) & !is.na(Y)); checked against the slope of svyglm(Y ~ g, CUT) to 1e-12",
  "diff, a-all:        svycontrast(svytotal(~gy + g + y + one, CUT), quote(gy / g - y / one)) with gy = g * Y, y = Y, one = 1,",
  "                    CUT = subset(design, WHERE & !is.na(Y))",
  "                    df = degf(CUT), t = estimate / se, p = 2 * pt(-abs(t), df), low/high_wald = estimate -/+ qt(0.975, df) * se",
  "A group is listed if it has a respondent in the domain, answered or not. Groups without any respondent are not listed.",
  "All answers of a group equal (p = 0, p = 1, one respondent): only estimate, se, df, n, sumw; R's se is 0 up to rounding",
  "  residue (below 1e-14) and is written as 0.",
  "No valid answer: estimate and se are written NaN (R itself prints 0 and 0, the sums over nobody); df, n and sumw are 0.",
  "df = 0: every limit is NaN (qt(0.975, 0)), and so is p.",
  "se = 0 and deff = 0 with unequal answers: the domain meets a single PSU (its linearised values add up to 0), or only PSUs",
  "  that add nothing; R's value is 0 up to rounding residue.",
  extra)

write_expected <- function(name, extra = character()) {
  rows <- do.call(rbind, out)
  out <<- list()
  value <- ifelse(is.nan(rows$value), "NaN", sprintf("%.17g", rows$value))
  stopifnot(!is.na(rows$value) | is.nan(rows$value), is.finite(rows$value) | is.nan(rows$value))
  field <- function(s) ifelse(grepl(",", s), paste0("\"", s, "\""), s)
  lines <- c(paste("#", header(name, extra)), "case,measure,by,where,group,statistic,value",
             paste(rows$case, rows$measure, field(rows$by), rows$where, field(rows$group), rows$statistic, value, sep = ","))
  writeLines(lines, file(paste0(name, ".expected.csv"), "wb") -> connection, sep = "\n")
  close(connection)
  cat(sprintf("%-22s %5d rows %5d numbers\n", name, nrow(read_data(name)), nrow(rows)))
}

for (name in names(DESIGNS)) write_data(name, DESIGNS[[name]]$make())

design_of <- function(name) eval(DESIGNS[[name]]$call, list(d = read_data(name)))

# The tables every design has.
usual <- function(name) {
  design <- design_of(name)
  for (by in c("", "sex", "age_band")) for (m in c("pct", "mean")) estimates(name, design, m, by)
  for (by in c("", "sex")) estimates(name, design, "pctx", by)
  for (where in c("sex=female", "sex=male")) estimates(name, design, "pct", "", where)
  estimates(name, design, "pct", "age_band", "sex=female")
  differences(name, design, c("pct", "mean"), PAIRS)
  differences(name, design, "pctx", PAIRS[1:2])
  differences(name, design, "pct", PAIRS[4:6], where = "sex=female")
  design
}

design <- usual("stratified")
for (m in c("pct", "pctx", "mean")) estimates("stratified", design, m, "sex,age_band")
estimates("stratified", design, "pct", "age_band", "sex=other")
difference("stratified", design, "pct", "sex,age_band", "female,a16_24", "male,a65_plus")
write_expected("stratified", c(
  "Edges: weights span exactly a factor of 50; sex=other is in stratum S04 only, with one group of one (a65_plus), one of p = 1",
  "  (a25_44), one without a valid answer (a16_24) and one of nobody (a45_64); stratum S07 has no sex=male."))

design <- usual("srs")
estimates("srs", design, "pct", "age_band", "sex=other")
estimates("srs", design, "pctx", "age_band", "sex=other")
write_expected("srs", "Edges: sex=other has p = 0 throughout; other & a45_64 answered dont_know, so it has a base for pct and none for pctx.")

design <- usual("clustered")
for (m in c("pct", "mean")) estimates("clustered", design, m, "", "sex=other")
estimates("clustered", design, "pct", "sex,age_band")
write_expected("clustered", "Edges: where sex=other is an empty domain; c05 has one age group, c09 and c10 one sex.")

design <- usual("clustered-strata-fpc")
estimates("clustered-strata-fpc", design, "pct", "sex,age_band")
write_expected("clustered-strata-fpc", c(
  "fpc is the population number of PSUs of the stratum. Edges: t8 is fully enumerated (6 of 6 PSUs: adds no variance, still",
  "  counts in df); t1 has no a16_24; sex=other is in the one PSU t3-2."))

design <- usual("stratified-fpc")
estimates("stratified-fpc", design, "pctx", "sex,age_band")
write_expected("stratified-fpc", c(
  "fpc is the population number of people of the stratum. Edges: stratum 6 is a census (12 of 12); stratum 7 has two respondents;",
  "  other & a16_24 has no valid answer for pctx."))

for (option in c("remove", "certainty", "adjust", "average", "fail")) {
  options(survey.lonely.psu = option)
  case <- paste0("lonely/", option)
  design <- design_of("lonely")
  for (by in c("", "sex", "age_band")) estimates(case, design, "pct", by, lonely = option)
  estimates(case, design, "mean", "sex", lonely = option)
  estimates(case, design, "pct", "age_band", "sex=female", lonely = option)
  if (option != "fail") {
    differences(case, design, "pct", PAIRS, lonely = option)
    differences(case, design, "mean", PAIRS[1:2], lonely = option)
  }
}
write_expected("lonely", c(
  "The part of case after the slash is options(survey.lonely.psu = ...); survey.adjust.domain.lonely is FALSE, its default.",
  "Strata L1 and L6 have a single PSU. a45_64 meets only L1 of the two, a65_plus neither, sex=other only these two. L3 has three",
  "  PSUs of which a65_plus meets one: that is not lonely, the two others add zeros.",
  "certainty equals remove: both centre the single PSU at itself, which leaves 0.",
  "average: variance of the other strata times H / (H - lonely), H = strata with a respondent of the domain that has answered",
  "  (for differences: of the two groups together). Where all of H are lonely it is NaN (0 * 2 / 0).",
  "fail: R stops with, say, 'Stratum (L1) has only one PSU at stage 1' where the domain meets a lonely stratum; estimate, se, deff",
  "  and limits are then NaN here. df, n and sumw exist all the same. A domain that meets no lonely stratum (a65_plus) works."))

for (option in c("remove", "adjust", "average", "fail")) {
  options(survey.lonely.psu = option)
  case <- paste0("lonely-fpc/", option)
  design <- design_of("lonely-fpc")
  for (by in c("", "age_band")) estimates(case, design, "pct", by, lonely = option)
  if (option != "fail") differences(case, design, "pct", PAIRS[c(1, 2, 4)], lonely = option)
}
write_expected("lonely-fpc", c(
  "The part of case after the slash is options(survey.lonely.psu = ...). fpc is the population number of PSUs of the stratum.",
  "M1 is one PSU of one: it adds nothing under every option, does not make fail stop, and under average it counts as a stratum",
  "  that is not lonely. M3 is one PSU of ten: it is lonely, and adjust multiplies its square by 1 - 1/10. a65_plus does not meet M3."))
options(survey.lonely.psu = "fail")

cat(checks, "comparisons of R's survey package with the plain formulas agreed\n")
