# Checked by: R 4.2.2 (stats: mahalanobis, hclust, optimize, cor, dist), cluster 2.1.4, fpc 2.2.10, mclust 6.0.0, and jsonlite
# 1.8.4 for reading. Writes nothing.
# Run from the repo root, after the make-*.py scripts: Rscript test/golden/check-with-r.R
# Recomputes in R the goldens that Python made, from the same tables, and stops where they differ.
source("test/golden/golden.R")
source("test/golden/cluster.R")
suppressPackageStartupMessages(library(jsonlite))

golden <- function(name) fromJSON(file.path("test/golden", paste0(name, ".json")), simplifyDataFrame = FALSE)
# JSON null in a vector of numbers is NA; a list keeps it as NULL.
numbers <- function(x) vapply(x, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)
agree <- function(label, mine, theirs, tolerance, floor = 1) {
  mine <- unname(mine)
  theirs <- unname(theirs)
  stopifnot(identical(is.na(mine), is.na(theirs)))
  worst <- max(abs(mine - theirs) / pmax(abs(theirs), floor), na.rm = TRUE)
  cat(sprintf("%-64s %.1e\n", label, worst))
  stopifnot(worst <= tolerance)
}

# Box-Cox and Yeo-Johnson: the likelihood in doubles, by golden section and parabolas
for (row in golden("power")$rows) {
  column <- data_of("power")[[row$column]]
  x <- column[!is.na(column)]
  logged <- function(u, a) if (a == 0) u else expm1(a * u) / a
  if (row$method == "box-cox") {
    shift <- if (min(x) <= 0) 0.01 * (max(x) - min(x)) - min(x) else 0
    stopifnot(abs(shift - row$shift) < 1e-12 * max(1, shift))
    transform <- function(x, lambda) logged(log(x + shift), lambda)
    jacobian <- sum(log(x + shift))
  } else {
    transform <- function(x, lambda) ifelse(x >= 0, logged(log1p(pmax(x, 0)), lambda), -logged(log1p(-pmin(x, 0)), 2 - lambda))
    jacobian <- sum(sign(x) * log1p(abs(x)))
  }
  likelihood <- function(lambda) {
    y <- transform(x, lambda)
    -length(x) / 2 * log(mean((y - mean(y))^2)) + (lambda - 1) * jacobian
  }
  found <- optimize(likelihood, c(-5, 5), maximum = TRUE, tol = 1e-9)$maximum
  agree(paste(row$method, row$column, "lambda"), found, row$lambda, 1e-5)
  expected <- column
  expected[!is.na(column)] <- transform(x, row$lambda)
  agree(paste(row$method, row$column, "values"), expected, numbers(row$values), 1e-12, floor = max(abs(expected), na.rm = TRUE))
}

# clr, Hellinger, Aitchison
for (case in golden("composition")$cases) {
  table <- as.matrix(data_of(case$data)[, unlist(case$parts)])
  closed <- table / rowSums(table) * case$total
  full <- closed * (1 - case$delta * rowSums(closed == 0) / case$total)
  full[closed == 0] <- case$delta
  logs <- log(full) - rowMeans(log(full))
  label <- sprintf("%s, delta %g:", case$data, case$delta)
  agree(paste(label, "clr"), as.vector(logs), unlist(case$clr), 1e-13)
  agree(paste(label, "Hellinger"), as.vector(sqrt(closed / case$total)), unlist(case$hellinger), 1e-13)
  agree(paste(label, "Aitchison"), as.vector(dist(logs)), unlist(case$aitchison), 1e-13)
}

# Canberra, cosine, correlation: cov.wt on the shared indicators
for (case in golden("canberra-cosine-correlation")$cases) {
  table <- as.matrix(data_of(case$data)[, -(1:2)])
  w <- case$weights
  pair <- function(x, y) {
    shared <- !is.na(x) & !is.na(y)
    if (sum(w[shared]) / sum(w) < case$minCoverage) return(NA_real_)
    x <- x[shared]
    y <- y[shared]
    v <- w[shared]
    if (case$metric == "canberra") {
      terms <- abs(x - y) / (abs(x) + abs(y))
      return(sum(v * ifelse(x == 0 & y == 0, 0, terms)) * sum(w) / sum(v))
    }
    if (case$metric == "cosine") return(1 - sum(v * x * y) / sqrt(sum(v * x^2) * sum(v * y^2)))
    1 - cov.wt(cbind(x, y), v / sum(v), cor = TRUE)$cor[1, 2]
  }
  n <- nrow(table)
  mine <- unlist(lapply(seq_len(n - 1), function(i) vapply((i + 1):n, function(j) pair(table[i, ], table[j, ]), 0)))
  label <- sprintf("%s, %s, %s weights, minCoverage %g", case$data, case$metric, case$weighting, case$minCoverage)
  agree(label, mine, numbers(case$values), 1e-13)
}

# Mahalanobis: mahalanobis() from each region to the others
read <- golden("mahalanobis")
for (case in read$cases) for (dropped in case$shares) {
  table <- as.matrix(data_of(read$data)[, setdiff(c(case$shares, case$others), dropped)])
  spread <- cov(table)
  n <- nrow(table)
  mine <- unlist(lapply(seq_len(n - 1), function(i) sqrt(mahalanobis(table[(i + 1):n, , drop = FALSE], table[i, ], spread))))
  agree(paste("Mahalanobis without", dropped), mine, numbers(case$values), 1e-11)
}

# Redundancy: the heights of hclust's tree, and the weights on its merge table
for (case in golden("redundancy")$cases) {
  table <- data_of(case$data)[, unlist(case$columns)]
  tree <- hclust(as.dist(1 - abs(cor(table))), method = "mcquitty")
  agree(paste("WPGMA,", case$label), tree$height, unlist(case$merges), 1e-13)
  weights <- numeric(ncol(table))
  members <- list()
  for (step in seq_len(nrow(tree$merge))) {
    members[[step]] <- integer()
    for (child in tree$merge[step, ]) {
      below <- if (child < 0) -child else members[[child]]
      branch <- tree$height[step] - (if (child < 0) 0 else tree$height[child])
      so_far <- sum(weights[below])
      weights[below] <- weights[below] + branch * (if (so_far > 0) weights[below] / so_far else 1 / length(below))
      members[[step]] <- c(members[[step]], below)
    }
  }
  agree(paste("redundancy weights,", case$label), weights / sum(weights), unlist(case$weights), 1e-13)
}

# Entropy and CRITIC
for (case in golden("entropy-critic")$tables) {
  x <- as.matrix(data_of(case$data)[, unlist(case$indicators)])
  x <- apply(x, 2, function(v) (v - min(v)) / (max(v) - min(v)))
  p <- apply(x, 2, function(v) v / sum(v))
  freedom <- 1 + colSums(ifelse(p > 0, p * log(p), 0)) / log(nrow(x))
  conflict <- apply(x, 2, sd) * colSums(1 - cor(x))
  agree(paste("entropy,", case$data), freedom / sum(freedom), unlist(case$weights$entropy), 1e-13)
  agree(paste("CRITIC,", case$data), conflict / sum(conflict), unlist(case$weights$critic), 1e-13)
}

# Validity of clusters: fpc for Calinski-Harabasz and the inertia, Davies-Bouldin by its definition
for (case in golden("cluster-validity")$cases) {
  x <- points_of(case$data)
  x <- x / sqrt(ncol(x))
  labels <- unlist(case$labels)
  stats <- fpc::cluster.stats(dist(x), labels)
  centres <- apply(x, 2, function(v) tapply(v, labels, mean))
  centres <- matrix(centres, case$k)
  spreads <- tapply(sqrt(rowSums((x - centres[labels, , drop = FALSE])^2)), labels, mean)
  ratios <- outer(spreads, spreads, `+`) / as.matrix(dist(centres))
  diag(ratios) <- 0
  total <- sum(scale(x, scale = FALSE)^2)
  label <- sprintf("%s, %s, k %d:", case$data, case$method, case$k)
  agree(paste(label, "Calinski-Harabasz"), stats$ch, case$calinskiHarabasz, 1e-12)
  inertia <- stats$within.cluster.ss
  agree(paste(label, "inertia"), c(inertia, 1 - inertia / total), c(case$inertia, case$explained), 1e-12)
  agree(paste(label, "Davies-Bouldin"), mean(apply(ratios, 1, max)), case$daviesBouldin, 1e-12)
}

# k-medoids: pam swaps until nothing is gained, so it may stop above the least sum but never below it
reached <- vapply(golden("k-medoids")$cases, function(case) {
  x <- points_of(case$data)[seq_len(case$n), , drop = FALSE]
  distances <- as.matrix(distances_of(x, case$metric))
  medoids <- cluster::pam(as.dist(distances), case$k)$id.med
  sum <- sum(apply(distances[, medoids], 1, min))
  stopifnot(sum >= case$sum * (1 - 1e-12))
  if (!is.null(case$medoids)) agree(sprintf("k-medoids of %d of %s, k %d, %s", case$n, case$data, case$k, case$metric),
    sum(apply(distances[, unlist(case$medoids) + 1], 1, min)), case$sum, 1e-12)
  sum <= case$sum * (1 + 1e-9)
}, NA)
cat(sprintf("pam reaches the least sum in %d of %d cases\n", sum(reached), length(reached)))

# Adjusted Rand: mclust, which has no answer (0 / 0) where every region is alone both times; Rand by counting pairs
for (case in golden("compare-typologies")$cases) {
  a <- numbers(case$a)
  b <- numbers(case$b)
  both <- !is.na(a) & !is.na(b)
  a <- a[both]
  b <- b[both]
  mine <- mclust::adjustedRandIndex(a, b)
  if (is.nan(mine)) {
    stopifnot(!anyDuplicated(a), !anyDuplicated(b))
    mine <- 1
  }
  pairs <- lower.tri(diag(length(a)))
  agree(paste("adjusted Rand,", case$label), mine, case$adjustedRand, 1e-13)
  agree(paste("Rand,", case$label), mean((outer(a, a, `==`) == outer(b, b, `==`))[pairs]), case$rand, 1e-13)
}
