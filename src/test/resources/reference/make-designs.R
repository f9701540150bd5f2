# Makes the reference numbers of how designs are read: finite populations of two stages, and scales of replicate weights.
#
#   Rscript make-designs.R
#
# Writes, into the folder it is run in,
#   designs.respondents.csv  the respondents (made up by this script, from a fixed seed)
#   designs.expected.csv     what R's survey package makes of the designs

suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20240702)

# ---- 1. Data: 3 strata, 2 to 5 primary units each of which 1 to 4 secondary units were sampled, 1 to 3 respondents each --

rows <- list()
for (h in 1:3) {
  primaries <- sample(2:5, 1)
  f1 <- primaries + sample(3:9, 1)
  for (i in seq_len(primaries)) {
    secondaries <- sample(1:4, 1)
    f2 <- secondaries + sample(0:6, 1)
    for (j in seq_len(secondaries)) for (k in seq_len(sample(1:3, 1)))
      rows[[length(rows) + 1]] <- data.frame(stratum = paste0("s", h), psu = i, ssu = j, f1 = f1, f2 = f2,
                                             r1 = primaries / f1, r2 = secondaries / f2)
  }
}
d <- do.call(rbind, rows)
d <- d[sample(nrow(d)), ]
d$weight <- round(runif(nrow(d), 0.5, 3), 3)
for (r in 1:6) d[[paste0("rep_", r)]] <- round(d$weight * sample(c(0, 1, 2), nrow(d), replace = TRUE), 3)
d$people <- ave(d$f2, d$stratum, d$psu, FUN = length) + d$f2
d$r1 <- sprintf("%.17g", d$r1); d$r2 <- sprintf("%.17g", d$r2)
write.csv(d, "designs.respondents.csv", row.names = FALSE, quote = FALSE, eol = "\n")
d <- read.csv("designs.respondents.csv")

# ---- 2. What R makes of it -----------------------------------------------------------------------------------------------

out <- list()
add <- function(case, item, statistic, value)
  out[[length(out) + 1]] <<- data.frame(case, item, statistic, value = sprintf("%.17g", as.numeric(value)))

# For each primary unit its stratum's numbers of units in the sample and in the population, and its own.
stages <- function(case, design) {
  unit <- paste(d$stratum, d$psu, sep = ".")
  for (u in sort(unique(unit))) {
    i <- which(unit == u)[1]
    for (stage in 1:2) {
      add(case, u, paste0("sampled", stage), design$fpc$sampsize[i, stage])
      add(case, u, paste0("population", stage), design$fpc$popsize[i, stage])
    }
  }
}
stages("sizes", svydesign(ids = ~psu + ssu, strata = ~stratum, fpc = ~f1 + f2, weights = ~weight, data = d, nest = TRUE))
stages("fractions", svydesign(ids = ~psu + ssu, strata = ~stratum, fpc = ~r1 + r2, weights = ~weight, data = d, nest = TRUE))
d$id <- seq_len(nrow(d))
stages("respondents", svydesign(ids = ~psu + id, strata = ~stratum, fpc = ~f1 + people, weights = ~weight, data = d, nest = TRUE))

replicates <- function(case, ...) {
  design <- suppressWarnings(svrepdesign(weights = ~weight, repweights = "rep_", data = d, ...))
  add(case, "all", "scale", design$scale)
  for (r in seq_along(design$rscales)) add(case, r, "rscale", design$rscales[r])
  analysis <- weights(design, type = "analysis")
  for (r in seq_len(ncol(analysis))) add(case, r, "weights", sum(analysis[, r]))
}
replicates("JK1", type = "JK1")
replicates("JKn", type = "JKn", rscales = c(0.5, 0.5, 0.75, 0.75, 0.75, 0.75))
replicates("BRR", type = "BRR")
replicates("Fay", type = "Fay", rho = 0.3)
replicates("bootstrap", type = "bootstrap")
replicates("factors", type = "bootstrap", combined.weights = FALSE)

con <- file("designs.expected.csv", "w")
writeLines(c(
  paste0("# ", R.version.string, ", survey ", packageVersion("survey")),
  "# svydesign(ids = ~psu + ssu, strata = ~stratum, fpc = ~f1 + f2, weights = ~weight, nest = TRUE)$fpc; fractions: fpc = ~r1 + r2;",
  "# respondents: ids = ~psu + id, fpc = ~f1 + people, where people is f2 and the respondents of the primary unit",
  "# svrepdesign(weights = ~weight, repweights = \"rep_\", type = <case>; JKn: rscales = c(0.5, 0.5, 0.75, 0.75, 0.75, 0.75);",
  "# Fay: rho = 0.3; factors: type = \"bootstrap\", combined.weights = FALSE)$scale, $rscales, colSums(weights(type = \"analysis\"))"),
  con)
write.csv(do.call(rbind, out), con, row.names = FALSE, quote = FALSE)
close(con)
