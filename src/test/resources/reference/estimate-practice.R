# The share who feel very or fairly safe, by sex, among students in waves 2021Q2 to 2023Q2, by R's survey package; to compare with
#   deepdive estimate pcss safe_local --by sex --where student=yes --waves 2021Q2..2023Q2
#
#   Rscript estimate-practice.R FILE.csv.gz [lonely]
#
# FILE: microdata with a header and the columns weight, wave, district, sex, student, safe_local (others are ignored).
# lonely: fail (default), remove, adjust, average or certainty: what to do with a stratum (district x wave) of one respondent.
# Prints CSV. Base: very_safe, fairly_safe, bit_unsafe, very_unsafe and dont_know; refused and missing are no answer.
#   estimate, se    svymean over the domain, the design kept whole
#   low, high       95% logit limits: svyciprop(method = "xlogit", df = df)
#   base            unweighted number of valid answers
#   effective_base  base / deff
#   deff            against simple random sampling with replacement: svymean(deff = "replace")
#   df              respondents minus strata (district x wave) in the domain

suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript estimate-practice.R FILE.csv.gz [fail|remove|adjust|average|certainty]")
options(survey.lonely.psu = if (length(arguments) > 1) arguments[2] else "fail")

d <- read.csv(arguments[1], na.strings = "", stringsAsFactors = FALSE, comment.char = "#")
needed <- c("weight", "wave", "district", "sex", "student", "safe_local")
if (length(setdiff(needed, names(d)))) stop("no such column: ", paste(setdiff(needed, names(d)), collapse = ", "))
d <- d[needed]
VALID <- c("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know")
unknown <- setdiff(d$safe_local, c(VALID, "refused", NA))
if (length(unknown)) stop("unknown safe_local code: ", paste(unknown, collapse = ", "))
d$y <- ifelse(d$safe_local %in% VALID, as.numeric(d$safe_local %in% c("very_safe", "fairly_safe")), NA)

# Every respondent is a PSU of its own, so clusters are nested in strata by construction: check.strata would build a table of
# respondents by strata for nothing.
design <- svydesign(ids = ~1, strata = ~interaction(district, wave, drop = TRUE), weights = ~weight, data = d, check.strata = FALSE)
domain <- d$student %in% "yes" & !is.na(d$wave) & d$wave >= "2021Q2" & d$wave <= "2023Q2"

number <- function(x) ifelse(is.nan(x), "NaN", sprintf("%.17g", x))
cat("sex,estimate,se,low,high,base,effective_base,deff,df\n")
for (code in sort(unique(d$sex[domain & !is.na(d$sex)]))) {
  rows <- domain & d$sex %in% code & !is.na(d$y)
  cut <- subset(design, rows)
  base <- nrow(cut)
  if (base == 0) { cat(code, "NaN,NaN,NaN,NaN,0,NaN,NaN,0\n", sep = ","); next }
  df <- degf(cut)
  fit <- svymean(~y, cut, deff = "replace")
  ci <- suppressWarnings(attr(svyciprop(~y, cut, method = "xlogit", df = df), "ci"))
  deff <- as.vector(deff(fit))
  cat(paste(c(code, number(c(coef(fit), SE(fit), ci, base, base / deff, deff, df))), collapse = ","), "\n", sep = "")
}
