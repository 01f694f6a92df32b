# Made by: R 4.2.2 (stats) and e1071 1.7-13. Writes test/golden/statistics.json.
# Run from the repo root: Rscript test/golden/make-statistics.R
source("test/golden/golden.R")
library(e1071)

probabilities <- c(0, 0.01, 0.05, 0.1, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 0.95, 0.99, 1)

describe <- function(x) {
  x <- x[!is.na(x)]
  list(
    n = length(x),
    mean = mean(x),
    variance = var(x),
    standardDeviation = sd(x),
    skewness = skewness(x, type = 2),
    kurtosis = kurtosis(x, type = 2),
    quantiles = unname(quantile(x, probabilities, type = 7)),
    median = median(x),
    medianAbsoluteDeviation = mad(x, constant = 1),
    averageRanks = rank(x, ties.method = "average")
  )
}

typed <- list(
  list(4, 1, 3, 2) |> unlist(),
  c(2.5, 2.5, -1, 7, 100),
  c(-3, -1.5, 0, 0, 0, 12),
  c(1, 10, 100, 1000, 10000, 100000, 1000000)
)

columns <- list()
for (data in c("complete", "ties", "skewed-right", "skewed-left", "missing")) {
  table <- data_of(data)
  for (column in indicators_of(table)) {
    if (sum(!is.na(table[[column]])) < 4) next
    columns[[length(columns) + 1]] <- c(list(data = data, column = column), describe(table[[column]]))
  }
}
write_golden(list(
  made = made_with("e1071"),
  probabilities = probabilities,
  typed = lapply(typed, function(x) c(list(values = x), describe(x))),
  columns = columns
), "statistics")
