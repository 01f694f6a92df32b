# Made by: R 4.2.2 and cluster 2.1.4 (daisy, metric = "gower"). Writes test/golden/gower.json.
# Run from the repo root: Rscript test/golden/make-gower.R
# ratio = numeric ("I"), ordinal = as.ordered (integer codes by the order of the values that occur, "O"), nominal = factor
# ("N"), binary = type symm ("S"), asymmetric-binary = type asymm ("A"). Ranges are those of the whole table. daisy knows no
# minimum coverage: minCoverage 0 is its own answer, null where two regions share nothing that counts (an asymmetric pair of
# zeros does not). The cases with a minimum coverage hold no asymmetric column, so there shared weight has one meaning.
source("test/golden/golden.R")
suppressPackageStartupMessages(library(cluster))

kind_of <- c(
  gdp_per_head = "ratio", winter_temperature = "ratio", size_class = "ordinal", governance = "ordinal",
  settlement = "nominal", coastal = "binary", border = "binary", has_capital = "asymmetric-binary",
  has_port = "asymmetric-binary", rated = "ordinal"
)
all_kinds <- setdiff(names(kind_of), "rated")

typed <- function(table, columns) {
  frame <- table[, columns, drop = FALSE]
  for (column in columns) {
    kind <- kind_of[[column]]
    values <- frame[[column]]
    # all codes occur and follow each other, except in `rated`: only there the order of a code differs from its value
    if (kind == "ordinal" && column != "rated") stopifnot(all(diff(sort(unique(values))) == 1))
    if (kind == "ordinal") frame[[column]] <- as.ordered(values)
    if (kind == "nominal") frame[[column]] <- factor(values)
  }
  frame
}

gower <- function(frame, weights) {
  kinds <- kind_of[names(frame)]
  type <- list(symm = names(frame)[kinds == "binary"], asymm = names(frame)[kinds == "asymmetric-binary"])
  type <- type[lengths(type) > 0]
  # daisy lists pairs column by column below the diagonal: (2,1), (3,1), ..., which is row by row above it
  # daisy calls a pair missing when its shared weight is at most 0.5, which is made for weights of 1 and not for weights that
  # add to 1; only their proportion counts otherwise, so they are multiplied by a power of two (without rounding)
  distances <- daisy(frame, metric = "gower", type = type, weights = 2^20 * weights, warnType = FALSE)
  values <- as.vector(distances)
  stopifnot(isTRUE(all.equal(values, as.vector(as.dist(as.matrix(distances))))))
  list(values = values, types = attr(distances, "Types"))
}

shared_weight <- function(frame, weights) {
  present <- !is.na(frame)
  n <- nrow(frame)
  unlist(lapply(seq_len(n - 1), function(i) vapply((i + 1):n, function(j) {
    sum(weights[present[i, ] & present[j, ]]) / sum(weights)
  }, 0)))
}

cases <- list()
add <- function(label, data, columns, weighting, weights, min_coverage = 0) {
  frame <- typed(data_of(data), columns)
  stopifnot(rowSums(!is.na(frame)) > 0) # a region without any value is refused on reading
  answer <- gower(frame, weights)
  values <- answer$values
  if (min_coverage > 0) {
    coverage <- shared_weight(frame, weights)
    # no pair may sit on the threshold, or its answer would hang on the last bit
    stopifnot(!any(kind_of[columns] == "asymmetric-binary"), all(abs(coverage - min_coverage) > 1e-9))
    values[coverage < min_coverage] <- NA
  }
  cat(sprintf("%-34s %-13s %-8s minCoverage %.2f  types %s  %d of %d pairs are null\n", label, data, weighting, min_coverage,
    paste(answer$types, collapse = ""), sum(is.na(values)), length(values)))
  cases[[length(cases) + 1]] <<- list(label = label, data = data, columns = I(columns), kinds = I(unname(kind_of[columns])),
    weighting = weighting, weights = I(weights), minCoverage = min_coverage, values = values)
}

equal <- rep(1 / 9, 9)
uneven <- c(0.2213, 0.0607, 0.1394, 0.0911, 0.1172, 0.0496, 0.0828, 0.1453, 0.0926)
zero <- c(0.25, 0.125, 0, 0.125, 0.125, 0.0625, 0.0625, 0.125, 0.125)
for (data in c("kinds", "kinds-missing")) {
  add("all kinds", data, all_kinds, "equal", equal)
  add("all kinds", data, all_kinds, "uneven", uneven)
  add("all kinds", data, all_kinds, "one zero", zero)
  add("ratio", data, c("gdp_per_head", "winter_temperature"), "uneven", c(0.7, 0.3))
  add("ordinal", data, c("size_class", "governance"), "uneven", c(0.6, 0.4))
  add("ordinal codes with gaps", data, c("gdp_per_head", "rated"), "uneven", c(0.45, 0.55))
  add("nominal and binary", data, c("settlement", "coastal", "border"), "uneven", c(0.5, 0.3, 0.2))
}
# two regions that have neither a capital nor a port share nothing
add("asymmetric binary", "kinds", c("has_capital", "has_port"), "uneven", c(0.6, 0.4))
add("asymmetric binary", "kinds-missing", c("coastal", "border", "has_capital", "has_port"), "uneven", c(0.2, 0.1, 0.4, 0.3))
symmetric <- setdiff(all_kinds, c("has_capital", "has_port"))
add("no asymmetric column", "kinds-missing", symmetric, "uneven", c(0.2413, 0.0807, 0.1694, 0.1211, 0.1572, 0.0996, 0.1307), 0.66)
add("no asymmetric column", "kinds-missing", symmetric, "uneven", c(0.2413, 0.0807, 0.1694, 0.1211, 0.1572, 0.0996, 0.1307), 0.9)

missing <- is.na(data_of("kinds-missing")[, names(kind_of)])
cat(sprintf("%.1f %% of the cells of kinds-missing are empty\n", 100 * mean(missing)))
write_golden(list(made = made_with("cluster"), cases = cases), "gower")
