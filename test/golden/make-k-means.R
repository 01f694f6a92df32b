# Made by: R 4.2.2 (stats: kmeans, Hartigan-Wong). Writes test/golden/k-means.json.
# Run from the repo root: Rscript test/golden/make-k-means.R
# The least inertia, which both of two searches of 3000 starts find. There is no proof of it; `foundBySingleStarts` is the share
# of another 2000 single starts that find it. `labels` are given where another 20 searches of 100 starts that reach this inertia
# always end at the same division. Weights are equal and add to 1: columns are divided by sqrt(p).
source("test/golden/golden.R")
source("test/golden/cluster.R")

numbered <- function(labels) match(labels, unique(labels))
search <- function(x, k, seed, starts) {
  set.seed(seed)
  # "Quick-TRANSfer" says that one start of many was broken off
  suppressWarnings(kmeans(x, k, iter.max = 100, nstart = starts))
}

cases <- list()
add <- function(data, ks) for (k in ks) {
  x <- points_of(data)
  x <- x / sqrt(ncol(x))
  two <- lapply(1:2, function(seed) search(x, k, seed, 3000))
  inertias <- vapply(two, function(one) one$tot.withinss, 0)
  best <- two[[which.min(inertias)]]
  reached <- function(one) one$tot.withinss <= best$tot.withinss * (1 + 1e-9)
  stopifnot(vapply(two, reached, NA))
  single <- mean(vapply(1:2000, function(seed) reached(search(x, k, seed, 1)), NA))
  more <- Filter(reached, lapply(101:120, function(seed) search(x, k, seed, 100)))
  labels <- numbered(best$cluster)
  agrees <- vapply(c(two, more), function(one) identical(numbered(one$cluster), labels), NA)
  answer <- list(data = data, k = k, inertia = best$tot.withinss, foundBySingleStarts = single)
  if (length(more) >= 5 && all(agrees)) answer$labels <- labels
  cat(sprintf("%-12s k %d: inertia %-18.15g found by %6.2f %% of single starts; %d more searches, %s\n", data, k, answer$inertia,
    100 * single, length(more), if (all(agrees)) "one division" else "several divisions"))
  cases[[length(cases) + 1]] <<- answer
}
for (data in c("blobs", "overlapping", "noise", "elongated", "line", "grid")) add(data, 2:6)
add("overlapping", 8)
add("noise", 8)
write_golden(list(made = made_with(), cases = cases), "k-means")
