# Shared by the make-*.R scripts of clusters: points, and distances between them with equal weights that add to 1. So Euclidean
# is the plain distance of columns divided by sqrt(p), and Manhattan that of columns divided by p. Where cells are missing, R's
# dist() itself scales up what a pair shares.
points_of <- function(data) {
  table <- data_of(data)
  as.matrix(table[, indicators_of(table), drop = FALSE])
}
distances_of <- function(x, metric) {
  if (metric == "manhattan") return(dist(x / ncol(x), "manhattan"))
  if (anyNA(x)) return(if (metric == "squared-euclidean") dist(x)^2 / ncol(x) else dist(x) / sqrt(ncol(x)))
  # not dist(x)^2: of whole numbers and four columns every squared distance is exact, so that ties are ties to the last bit
  squared <- as.dist(Reduce(`+`, lapply(seq_len(ncol(x)), function(k) outer(x[, k], x[, k], `-`)^2)) / ncol(x))
  if (metric == "squared-euclidean") squared else sqrt(squared)
}

# Ward is ward.D2: it takes distances, squares them, and gives back roots. So under squared-euclidean it starts from the
# Euclidean distances, and its heights are in their unit; the other linkages start from the squared ones.
linkages <- c(ward = "ward.D2", average = "average", complete = "complete", single = "single")
linked_distances <- function(x, metric, linkage) {
  distances_of(x, if (metric == "squared-euclidean" && linkage == "ward") "euclidean" else metric)
}
tree_of <- function(x, metric, linkage) hclust(linked_distances(x, metric, linkage), linkages[[linkage]])
