# Made by: R 4.2.2 (stats: hclust, cutree, cophenetic) and fastcluster 1.2.3. Writes test/golden/cluster-trees.json.
# Run from the repo root: Rscript test/golden/make-cluster-trees.R
# fastcluster, another program for the same trees, has to agree.
# Where no two clusters are equally near at any step, a tree is the only one: merge, order, cuts and cophenetic distances are
# R's own. Elsewhere (`grid`, and a few times under Manhattan) R's answer may hang on the order of the rows: there the rows are
# shuffled 300 times, and only heights and cuts are kept that stay the same. A cophenetic distance is a height of the tree, so
# its position among the heights (from 1) is written instead.
source("test/golden/golden.R")
source("test/golden/cluster.R")

# The smallest relative gap between the nearest pair of clusters and the next nearest, over all steps.
closest_call <- function(distances, linkage) {
  d <- as.matrix(distances)
  if (linkage == "ward") d <- d^2
  diag(d) <- Inf
  sizes <- rep(1, nrow(d))
  gap <- Inf
  while (nrow(d) > 2) {
    pairs <- sort(d[upper.tri(d)], partial = 1:2)[1:2]
    gap <- min(gap, if (pairs[2] > 0) pairs[2] / pairs[1] - 1 else 0)
    at <- arrayInd(which.min(d), dim(d))
    i <- min(at)
    j <- max(at)
    to_i <- d[i, ]
    to_j <- d[j, ]
    joined <- switch(linkage,
      single = pmin(to_i, to_j),
      complete = pmax(to_i, to_j),
      average = (sizes[i] * to_i + sizes[j] * to_j) / (sizes[i] + sizes[j]),
      ward = ((sizes[i] + sizes) * to_i + (sizes[j] + sizes) * to_j - sizes * d[i, j]) / (sizes[i] + sizes[j] + sizes)
    )
    d[i, ] <- d[, i] <- joined
    d[i, i] <- Inf
    sizes[i] <- sizes[i] + sizes[j]
    d <- d[-j, -j]
    sizes <- sizes[-j]
  }
  gap
}

same <- function(a, b) all(abs(a - b) <= 1e-12 * abs(b))
# Numbered in the order of the first members, as cutree does.
numbered <- function(labels) match(labels, unique(labels))

unique_tree <- function(data, metric, linkage, distances) {
  tree <- tree_of(points_of(data), metric, linkage)
  other <- fastcluster::hclust(distances, linkages[[linkage]])
  stopifnot(same(other$height, tree$height), identical(unname(other$merge), unname(tree$merge)))
  n <- length(tree$order)
  # half way between two heights that follow each other
  between <- vapply(c(round(n / 3), round(2 * n / 3), n - 4), function(at) mean(tree$height[at + 0:1]), 0)
  answer <- list(
    data = data, metric = metric, linkage = linkage, heights = tree$height,
    left = tree$merge[, 1], right = tree$merge[, 2], order = tree$order,
    cuts = lapply(2:6, function(k) list(k = k, labels = unname(cutree(tree, k)))),
    atHeights = lapply(between, function(h) list(height = h, labels = unname(cutree(tree, h = h))))
  )
  # more of them would only make the file large
  if (n <= 80 && metric == "euclidean") answer$cophenetic <- match(as.vector(cophenetic(tree)), tree$height)
  stopifnot(!anyNA(unlist(answer)))
  answer
}

tied_tree <- function(data, metric, linkage) {
  x <- points_of(data)
  tree <- tree_of(x, metric, linkage)
  n <- nrow(x)
  other <- lapply(seq_len(300), function(i) {
    rows <- sample(n)
    found <- tree_of(x[rows, , drop = FALSE], metric, linkage)
    cut <- function(...) numbered(cutree(found, ...)[order(rows)])
    list(heights = found$height, cut = cut)
  })
  stays <- function(...) {
    labels <- unname(cutree(tree, ...))
    if (all(vapply(other, function(one) identical(one$cut(...), labels), NA))) labels else NULL
  }
  answer <- list(data = data, metric = metric, linkage = linkage)
  heights_stay <- all(vapply(other, function(one) same(one$heights, tree$height), NA))
  if (heights_stay) answer$heights <- tree$height
  cuts <- lapply(2:6, function(k) list(k = k, labels = stays(k = k)))
  answer$cuts <- Filter(function(cut) !is.null(cut$labels), cuts)
  # Exactly at a height what is joined there stays together. Only where the height is exact in binary.
  exact <- data == "grid" && metric != "euclidean" && linkage %in% c("single", "complete")
  if (exact) {
    at <- lapply(unique(tree$height), function(h) list(height = h, labels = stays(h = h)))
    answer$atHeights <- Filter(function(cut) !is.null(cut$labels), at)
    stopifnot(tree$height * 4 == round(tree$height * 4))
  }
  cat(sprintf("%-12s %-18s %-9s heights %s, cuts kept: %s; at heights: %d\n", data, metric, linkage,
    if (heights_stay) "stay" else "hang on the order", paste(vapply(answer$cuts, function(cut) cut$k, 0), collapse = " "),
    length(answer$atHeights)))
  answer
}

metrics_of <- list(
  blobs = c("euclidean", "squared-euclidean", "manhattan"),
  overlapping = c("euclidean", "manhattan"),
  noise = c("euclidean", "squared-euclidean", "manhattan"),
  elongated = c("euclidean", "manhattan"),
  line = "euclidean",
  "points-missing" = c("euclidean", "manhattan"),
  grid = c("euclidean", "squared-euclidean", "manhattan")
)
set.seed(3604)
trees <- list()
tied <- list()
for (data in names(metrics_of)) for (metric in metrics_of[[data]]) for (linkage in names(linkages)) {
  distances <- linked_distances(points_of(data), metric, linkage)
  gap <- closest_call(distances, linkage)
  cat(sprintf("%-12s %-18s %-9s closest call %.1e\n", data, metric, linkage, gap))
  if (gap > 1e-9) trees[[length(trees) + 1]] <- unique_tree(data, metric, linkage, distances)
  else tied[[length(tied) + 1]] <- tied_tree(data, metric, linkage)
}
write_golden(list(made = made_with("fastcluster"), trees = trees, tied = tied), "cluster-trees")
