# Made by: R 4.2.2 (stats) and e1071 1.7-13 (skewness and kurtosis, type = 2). Writes test/golden/describe.json.
# Run from the repo root: Rscript test/golden/make-describe.R
# Quartiles are type 7, sd is that of a sample. Missing cells are left out. Null: skewness of fewer than three values,
# kurtosis of fewer than four, both of a column without spread.
source("test/golden/golden.R")
library(e1071)

describe <- function(x) {
  x <- x[!is.na(x)]
  spread <- max(x) > min(x)
  quartiles <- unname(quantile(x, c(0.25, 0.5, 0.75), type = 7))
  list(
    count = length(x),
    min = min(x),
    q1 = quartiles[1],
    median = quartiles[2],
    mean = mean(x),
    q3 = quartiles[3],
    max = max(x),
    sd = sd(x),
    skewness = if (spread && length(x) >= 3) skewness(x, type = 2) else NA,
    kurtosis = if (spread && length(x) >= 4) kurtosis(x, type = 2) else NA
  )
}

tables <- lapply(c("complete", "ties", "missing", "skewed-right", "skewed-left", "power"), function(data) {
  table <- data_of(data)
  indicators <- indicators_of(table)
  list(data = data, indicators = lapply(indicators, function(id) c(list(id = id), describe(table[[id]]))))
})
constant <- data_of("degenerate")$constant
tables[[length(tables) + 1]] <- list(data = "degenerate", indicators = list(c(list(id = "constant"), describe(constant))))
write_golden(list(made = made_with("e1071"), tables = tables), "describe")
