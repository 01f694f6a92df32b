# Made by: R 4.2.2 (stats). Writes test/golden/benchmark.json: statistics of small groups, odd and even, with ties, of one and two.
# Run from the repo root: Rscript test/golden/make-benchmark.R
source("test/golden/golden.R")
groups <- list(
  even = c(12.5, 7.1, 9.9, 3.2, 15.8, 7.7),
  odd = c(4.4, 18.2, 9.1, 9.2, 0.7, 30.5, 12.8),
  ties = c(5, 5, 5, 8, 8, 2, 2, 2, 9),
  twenty = c(48.6, 40.7, 44.5, 32.9, 33.7, 40.1, 34.9, 33.4, 39.2, 37.4, 33.3, 36.1, 39.1, 35.5, 36.3, 39.6, 34.4, 33.1, 31.2, 35.9),
  negative = c(-3.5, 2.25, -0.5, 0, 11),
  two = c(3, 8),
  one = c(6.5)
)
describe <- function(x) {
  hinges <- fivenum(x)
  list(
    values = I(x), mean = mean(x), sd = if (length(x) > 1) sd(x) else NA,
    min = min(x), q1 = unname(quantile(x, 0.25, type = 7)), median = median(x),
    q3 = unname(quantile(x, 0.75, type = 7)), max = max(x),
    lowerHinge = hinges[2], upperHinge = hinges[4],
    rankOfFirst = rank(-x, ties.method = "min")[1], rankOfFirstLow = rank(x, ties.method = "min")[1]
  )
}
write_golden(lapply(groups, describe), "benchmark")
