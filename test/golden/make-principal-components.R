# Made by: R 4.2.2 (stats: eigen, varimax) and psych 2.2.9 (KMO). Writes test/golden/principal-components.json.
# Run from the repo root: Rscript test/golden/make-principal-components.R
# PCA of the correlation matrix. Loadings = eigenvector x root eigenvalue; in each component the loading of largest absolute
# value is positive. Scores = standardised data (sample sd) x eigenvectors. Varimax with Kaiser's row normalisation of the
# components with eigenvalue > 1, ordered by variance (sum of squared loadings), sign as above. eps = -1 never stops early:
# 1000 iterations. Nicoletti: the value of an indicator on a factor is squared loading / factor variance; it goes to
# the factor where that is largest; its weight is the value times the factor's part of all factor variance, rescaled to 1.
source("test/golden/golden.R")
suppressPackageStartupMessages(library(psych))

# Data must leave no choice to the last bit: order of components, their number, sign, top factor.
MARGIN <- 1e-3
apart <- function(x) abs(diff(sort(x, decreasing = TRUE)))[1] > MARGIN

signed <- function(loadings) apply(loadings, 2, function(l) {
  stopifnot(apart(abs(l)))
  sign(l[which.max(abs(l))])
})
rows_of <- function(matrix) lapply(seq_len(nrow(matrix)), function(i) I(unname(matrix[i, ])))

analyse <- function(data) {
  table <- data_of(data)
  x <- scale(as.matrix(table[, indicators_of(table)]))
  correlation <- cor(x)
  decomposed <- eigen(correlation, symmetric = TRUE)
  eigenvalues <- decomposed$values
  stopifnot(all(abs(diff(eigenvalues)) > MARGIN), all(abs(eigenvalues - 1) > 0.01))
  sign <- signed(decomposed$vectors)
  vectors <- decomposed$vectors %*% diag(sign)
  loadings <- vectors %*% diag(sqrt(eigenvalues))

  kept <- sum(eigenvalues > 1)
  if (kept > 1) {
    rotated <- unclass(varimax(loadings[, seq_len(kept)], normalize = TRUE, eps = -1)$loadings)
  } else {
    rotated <- loadings[, 1, drop = FALSE]
  }
  variance <- colSums(rotated^2)
  stopifnot(kept == 1 || all(abs(diff(sort(variance))) > MARGIN))
  order <- order(variance, decreasing = TRUE)
  rotated <- rotated[, order, drop = FALSE]
  variance <- variance[order]
  rotated <- rotated %*% diag(signed(rotated), nrow = kept)

  value <- sweep(rotated^2, 2, variance, "/")
  stopifnot(kept == 1 || all(apply(value, 1, apart)))
  top <- apply(value, 1, which.max)
  weights <- value[cbind(seq_along(top), top)] * variance[top] / sum(variance)
  weights <- weights / sum(weights)

  # KMO takes a matrix for raw data unless it is exactly symmetric with a diagonal of 1
  stopifnot(isSymmetric(correlation), all(diag(correlation) == 1))
  measure <- KMO(correlation)
  by_loading <- apply(abs(rotated), 1, which.max)
  cat(sprintf("%s: n %d, eigenvalues %s, KMO %.3f, top factors %s, of another factor than the largest loading: %s\n", data, nrow(x),
    paste(sprintf("%.3f", eigenvalues), collapse = " "), measure$MSA, paste(top, collapse = ""),
    paste(colnames(x)[top != by_loading], collapse = " ")))
  print(round(cbind(rotated, weights), 3))
  list(
    data = data,
    indicators = colnames(x),
    regions = rownames(table),
    eigenvalues = eigenvalues,
    explained = eigenvalues / sum(eigenvalues),
    loadings = rows_of(loadings),
    scores = rows_of(x %*% vectors),
    rotated = list(components = kept, loadings = rows_of(rotated), variance = I(variance)),
    kmo = list(overall = measure$MSA, indicators = as.list(measure$MSAi)),
    topFactors = top,
    nicoletti = as.list(setNames(weights, colnames(x)))
  )
}

write_golden(list(
  made = made_with("psych"),
  cases = lapply(c("three-factors", "weak-factors", "one-factor"), analyse)
), "principal-components")
