# Made by: R 4.2.2 (stats: eigen); checked against FactoMineR 2.7 (MFA, type "s"). Writes test/golden/mfa.json.
# Run from the repo root: Rscript test/golden/make-mfa.R
# Weights of multiple factor analysis: 1 / first eigenvalue of the PCA (correlation matrix) of the indicator's own block,
# rescaled to sum 1. A block of one column has the eigenvalue 1.
source("test/golden/golden.R")
suppressPackageStartupMessages(library(FactoMineR))

analyse <- function(data, blocks) {
  table <- data_of(data)[, unlist(blocks)]
  first <- vapply(blocks, function(block) eigen(cor(table[, block, drop = FALSE]), symmetric = TRUE)$values[1], 0)
  names(first) <- names(blocks)
  mfa <- MFA(table, group = lengths(blocks), type = rep("s", length(blocks)), name.group = names(blocks), graph = FALSE)
  theirs <- vapply(mfa$separate.analyses, function(one) one$eig[1, 1], 0)
  # FactoMineR weighs each column by the inverse of the first eigenvalue of its group
  columns <- mfa$call$col.w
  weights <- unlist(lapply(names(blocks), function(b) setNames(rep(1 / first[[b]], length(blocks[[b]])), blocks[[b]])))
  worst <- max(abs(theirs / first - 1), abs(columns / weights - 1))
  cat(sprintf("%s: first eigenvalues %s, FactoMineR differs by a relative %.1e\n", data,
    paste(sprintf("%.4f", first), collapse = " "), worst))
  stopifnot(worst < 1e-12)
  weights <- weights / sum(weights)
  list(
    data = data,
    blocks = lapply(blocks, I),
    eigenvalues = as.list(first),
    weights = as.list(weights),
    # what a whole block counts: a block of many tied columns little more than one column
    blockWeights = lapply(blocks, function(block) sum(weights[block]))
  )
}

write_golden(list(made = made_with("FactoMineR"), cases = list(
  analyse("blocks", list(a = c("a1", "a2", "a3", "a4"), b = c("b1", "b2", "b3"), c = "c1")),
  analyse("three-factors", list(
    wealth = c("gdp_per_head", "productivity", "unemployment", "tertiary"),
    settlement = c("population", "density", "farm_share"),
    innovation = c("patents", "rd_share", "low_tech_share")
  ))
)), "mfa")
