# Made by: R 4.2.2, cluster 2.1.4 (silhouette) and fpc 2.2.10 (cluster.stats). Writes test/golden/cluster-silhouettes.json.
# Run from the repo root, after make-cluster-trees.R: Rscript test/golden/make-cluster-silhouettes.R
# Of the clusters that a tree gives when it is cut: the silhouette of every region on the distances of the metric as they are
# (0 for a cluster of one), the other cluster that is nearest in the mean, and Dunn's index. The neighbour is null where two
# other clusters are equally near. `labels` are those of cutree. fpc and cluster have to agree on the mean silhouette.
source("test/golden/golden.R")
source("test/golden/cluster.R")
suppressPackageStartupMessages({
  library(cluster)
  library(fpc)
})

# The second-best cluster by a loop over clusters, and NA where the next best is as near.
clear_neighbours <- function(distances, labels, neighbours) {
  d <- as.matrix(distances)
  means <- sapply(seq_len(max(labels)), function(c) rowSums(d[, labels == c, drop = FALSE]) / sum(labels == c))
  means[cbind(seq_along(labels), labels)] <- Inf # with two clusters there is no next best
  vapply(seq_along(labels), function(i) {
    two <- order(means[i, ])[1:2]
    next_best <- means[i, two[2]]
    if (is.finite(next_best) && next_best - means[i, two[1]] <= 1e-9 * next_best) return(NA_real_)
    stopifnot(two[1] == neighbours[i])
    as.numeric(neighbours[i])
  }, 0)
}

cases <- list()
add <- function(data, metric, method, ks) for (k in ks) {
  x <- points_of(data)
  labels <- unname(cutree(tree_of(x, metric, method), k))
  distances <- distances_of(x, metric)
  found <- silhouette(labels, distances)
  widths <- unname(found[, "sil_width"])
  stats <- cluster.stats(distances, labels)
  stopifnot(abs(stats$avg.silwidth - mean(widths)) < 1e-12, identical(stats$dunn, stats$min.separation / stats$max.diameter))
  neighbours <- clear_neighbours(distances, labels, unname(found[, "neighbor"]))
  cases[[length(cases) + 1]] <<- list(data = data, metric = metric, method = method, k = k, labels = labels, widths = widths,
    neighbours = neighbours, mean = mean(widths), dunn = stats$dunn)
  cat(sprintf("%-15s %-18s %-9s k %d: silhouette %.3f, Dunn %.3f, %d of one, %d without a clear neighbour, %d below 0.1\n", data,
    metric, method, k, mean(widths), stats$dunn, sum(table(labels) == 1), sum(is.na(neighbours)), sum(widths < 0.1)))
}
for (metric in c("euclidean", "squared-euclidean", "manhattan")) {
  for (data in c("blobs", "noise", "elongated")) add(data, metric, "ward", 2:6)
  # single linkage splits off regions far out: clusters of one
  add("elongated", metric, "single", c(2, 4))
}
for (metric in c("euclidean", "manhattan")) add("points-missing", metric, "ward", 2:6)
add("overlapping", "euclidean", "ward", 2:6)
add("line", "euclidean", "ward", 2:6)
add("grid", "euclidean", "ward", 2:6)
add("grid", "squared-euclidean", "ward", 2:6)
write_golden(list(made = made_with("cluster", "fpc"), cases = cases), "cluster-silhouettes")
