# Made by: R 4.2.2 and cluster 2.1.4 (clusGap, maxSE). Writes test/golden/gap-statistic.json.
# Run from the repo root: Rscript test/golden/make-gap-statistic.R
# The gap statistic (Tibshirani, Walther and Hastie 2001) of Ward's clusters, k = 1 ... 8, with 12 reference draws that are
# written out: uniform over the box of the data along their principal axes (clusGap, spaceH0 = "scaledPCA"). Inertia = sum of
# squared Euclidean distances to the centroids; columns are divided by sqrt(p), as by equal weights that add to 1. The box is
# that of the divided columns, each axis turned so that its largest entry is positive; `uniforms` are the numbers from 0 to 1
# that a draw puts along those axes, region by region, and `coordinates` the draw itself in the unit of the data.
# clusGap itself, from the same seed, makes the same draws and has to give the same gaps. Two things differ from it: it writes
# the logarithm of half the inertia, which no gap sees, and its standard deviation over the draws divides by B - 1, that of
# the paper by B. `standardErrors` are those of the paper; the script stops if the two choose another k.
# `curves` are invented: what maxSE's rule of the paper chooses, null where no k fulfils it (maxSE then answers the last k).
source("test/golden/golden.R")
source("test/golden/cluster.R")
suppressPackageStartupMessages(library(cluster))

DRAWS <- 12
LARGEST <- 8
SEED <- 4012

ward <- function(x, k) list(cluster = cutree(hclust(dist(x), "ward.D2"), k))
log_inertias <- function(x) vapply(seq_len(LARGEST), function(k) {
  labels <- ward(x, k)$cluster
  log(sum(vapply(split(seq_len(nrow(x)), labels), function(rows) {
    sum(scale(x[rows, , drop = FALSE], scale = FALSE)^2)
  }, 0)))
}, 0)

# The k of the rule; NA where it holds nowhere.
rule <- function(gaps, errors) {
  k <- maxSE(gaps, errors, "Tibs2001SEmax")
  holds <- k < length(gaps) && gaps[k] >= gaps[k + 1] - errors[k + 1]
  if (holds) k else NA
}

cases <- list()
add <- function(data) {
  x <- points_of(data)
  scaling <- sqrt(ncol(x))
  x <- unname(x / scaling)
  n <- nrow(x)
  centred <- scale(x, scale = FALSE)
  centre <- attr(centred, "scaled:center")
  axes <- svd(centred, nu = 0)$v
  box <- apply(centred %*% axes, 2, range)
  set.seed(SEED)
  turned <- lapply(seq_len(DRAWS), function(b) apply(box, 2, function(ends) runif(n, ends[1], ends[2])))
  draws <- lapply(turned, function(z) tcrossprod(z, axes) + rep(centre, each = n))

  logs <- log_inertias(x)
  draw_logs <- t(vapply(draws, log_inertias, numeric(LARGEST)))
  gaps <- colMeans(draw_logs) - logs
  deviations <- apply(draw_logs, 2, function(v) sqrt(mean((v - mean(v))^2)))
  errors <- deviations * sqrt(1 + 1 / DRAWS)
  chosen <- rule(gaps, errors)

  set.seed(SEED)
  theirs <- clusGap(x, ward, K.max = LARGEST, B = DRAWS, d.power = 2, spaceH0 = "scaledPCA", verbose = FALSE)$Tab
  close <- function(a, b) all(abs(a - b) < 1e-11)
  stopifnot(
    close(theirs[, "gap"], gaps), close(theirs[, "logW"], logs - log(2)),
    close(theirs[, "SE.sim"], errors * sqrt(DRAWS / (DRAWS - 1))),
    identical(rule(theirs[, "gap"], theirs[, "SE.sim"]), chosen)
  )

  turn <- apply(axes, 2, function(axis) sign(axis[which.max(abs(axis))]))
  ends <- vapply(seq_along(turn), function(c) sort(turn[c] * box[, c]), c(0, 0))
  uniforms <- lapply(turned, function(z) {
    z <- sweep(z, 2, turn, `*`)
    sweep(sweep(z, 2, ends[1, ]), 2, ends[2, ] - ends[1, ], `/`)
  })
  cat(sprintf("%s: k = %s; gaps %s; errors %s\n", data, chosen, paste(sprintf("%.3f", gaps), collapse = " "),
    paste(sprintf("%.3f", errors), collapse = " ")))
  cases[[length(cases) + 1]] <<- list(
    data = data, logInertias = logs, gaps = gaps, standardErrors = errors, chosen = chosen,
    box = list(centre = centre, axes = lapply(seq_along(turn), function(c) turn[c] * axes[, c]), low = ends[1, ],
      high = ends[2, ]),
    draws = lapply(seq_len(DRAWS), function(b) list(uniforms = as.vector(t(uniforms[[b]])),
      coordinates = as.vector(t(draws[[b]] * scaling)), logInertias = draw_logs[b, ]))
  )
}
add("three-groups")
add("points")

curve <- function(label, gaps, errors) {
  chosen <- rule(gaps, errors)
  cat(sprintf("%s: %s\n", label, chosen))
  list(label = label, gaps = gaps, standardErrors = errors, chosen = chosen)
}
write_golden(list(made = made_with("cluster"), cases = cases, curves = list(
  curve("keeps rising", c(0.1, 0.3, 0.6, 1, 1.5), rep(0.05, 5)),
  curve("falls from the start", c(0.9, 0.7, 0.4, 0.2), rep(0.1, 4)),
  curve("a first peak below the highest", c(0.1, 0.5, 0.4, 0.9, 0.8), c(0.1, 0.05, 0.05, 0.05, 0.05)),
  curve("rises by less than the error", c(0.1, 0.5, 0.55, 0.9, 0.8), c(0.1, 0.05, 0.0625, 0.05, 0.05)),
  curve("rises by exactly the error", c(0.25, 0.5, 0.625, 0.9), c(0.1, 0.1, 0.125, 0.1)),
  curve("the last but one", c(0.1, 0.3, 0.6, 1, 0.9), rep(0.05, 5))
)), "gap-statistic")
