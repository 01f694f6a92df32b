# Made by: R 4.2.2 (stats). Writes test/golden/normalise.json.
# Run from the repo root: Rscript test/golden/make-normalise.R
# Missing cells stay missing; n, ranks, means and bounds come from the present values.
source("test/golden/golden.R")

present <- function(f) function(x) { x[!is.na(x)] <- f(x[!is.na(x)]); x }

# mad()'s constant is typed with seven digits in R (1.4826); the exact one is 1 / qnorm(3/4).
robust <- function(x) {
  centre <- median(x)
  scale <- mad(x, constant = 1 / qnorm(3 / 4))
  if (scale == 0) scale <- sqrt(pi / 2) * mean(abs(x - centre)) # Iglewicz and Hoaglin
  (x - centre) / scale
}

methods <- list(
  "none" = identity,
  "min-max" = function(x) (x - min(x)) / (max(x) - min(x)),
  "z-score" = function(x) as.vector(scale(x)),
  "robust" = robust,
  "rank" = function(x) rank(x, ties.method = "average"),
  "percentile" = function(x) (rank(x, ties.method = "average") - 1) / (length(x) - 1)
)

# Bounds inside the range (so that both ends are clipped); one pair wider than the range (so that none is).
bounds_of <- function(x, wide) {
  x <- x[!is.na(x)]
  if (wide) signif(c(min(x) - (max(x) - min(x)), max(x) + 2 * (max(x) - min(x))), 4)
  else signif(quantile(x, c(0.15, 0.8), type = 7), 3)
}
goalposts <- function(x, bounds) pmin(1, pmax(0, (x - bounds[1]) / (bounds[2] - bounds[1])))

result <- list()
for (data in c("complete", "ties", "missing")) {
  table <- data_of(data)
  indicators <- indicators_of(table)
  for (column in indicators) {
    x <- table[[column]]
    entry <- lapply(methods, function(f) present(f)(x))
    wide <- column == indicators[2]
    bounds <- unname(bounds_of(x, wide))
    if (diff(bounds) <= 0) bounds <- c(0, 20) # one_differs
    entry[["goalposts"]] <- goalposts(x, bounds)
    result[[length(result) + 1]] <- list(data = data, column = column, bounds = bounds, methods = entry)
  }
}
write_golden(list(made = made_with(), columns = result), "normalise")
