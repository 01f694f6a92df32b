# Made by: R 4.2.2 and e1071 1.7-13 (skewness and kurtosis, type = 2). Writes test/golden/treat.json.
# Run from the repo root: Rscript test/golden/make-treat.R
# The rule is written down here from METHOD.md and the brief for these numbers, not from src/.
source("test/golden/golden.R")
library(e1071)

MOST_POINTS <- 5
# Data sets must not sit on a threshold, or the verdict would hang on the last bit.
MARGIN <- 1e-6

skew <- function(x) if (length(x) < 3 || max(x) == min(x)) NA else skewness(x, type = 2)
kurt <- function(x) if (length(x) < 4 || max(x) == min(x)) NA else kurtosis(x, type = 2)
shape <- function(x) list(skewness = skew(x), kurtosis = kurt(x))

fails <- function(x) {
  s <- skew(x)
  k <- kurt(x)
  if (is.na(s) || is.na(k)) return(FALSE)
  stopifnot(abs(abs(s) - 2) > MARGIN, abs(k - 3.5) > MARGIN)
  abs(s) >= 2 && k >= 3.5
}

# Works on the right side; the left side is the mirror image.
winsorise_right <- function(x) {
  original <- x
  repeat {
    if (!fails(x)) return(x)
    stopifnot(skew(x) > 0) # the side never changes in these data
    top <- max(x)
    group <- x == top
    if (sum(group) > MOST_POINTS) return(x)
    x[group] <- max(x[!group])
    stopifnot(max(x) > min(x)) # nor does a column become constant
    stopifnot(sum(x != original) <= MOST_POINTS)
  }
}
winsorise <- function(x) if (skew(x) < 0) -winsorise_right(-x) else winsorise_right(x)

# "log" alone is unconditional; METHOD.md does not say whether its verdict is re-tested, so the tests ask for a verdict
# only where both readings agree.
logarithm <- function(x) {
  s <- skew(x)
  range <- max(x) - min(x)
  if (!is.na(s) && s < 0) return(-log(max(x) - x + 0.01 * range))
  if (min(x) > 0) return(log(x))
  log(x - min(x) + 0.01 * range)
}

answer <- function(before, after, verdict) list(
  verdict = verdict,
  points = if (verdict %in% c("winsorised", "still-failing")) sum(after != before) else 0,
  before = shape(before),
  after = shape(after),
  values = after
)

auto <- function(x) {
  if (!fails(x)) return(answer(x, x, "passed"))
  moved <- winsorise(x)
  if (!fails(moved)) return(answer(x, moved, "winsorised"))
  logged <- logarithm(x)
  answer(x, logged, if (fails(logged)) "still-failing" else "logged")
}
winsorise_only <- function(x) {
  if (!fails(x)) return(answer(x, x, "passed"))
  moved <- winsorise(x)
  answer(x, moved, if (fails(moved)) "still-failing" else "winsorised")
}
log_only <- function(x) {
  logged <- logarithm(x)
  answer(x, logged, if (fails(logged)) "still-failing" else "logged")
}

# Runs a rule on the present cells and puts the missing ones back. `points` = cells that differ from the raw ones.
on_present <- function(rule, column) {
  result <- rule(column[!is.na(column)])
  values <- column
  values[!is.na(column)] <- result$values
  result$points <- sum(values != column, na.rm = TRUE)
  result$values <- values
  result
}

rows <- list()
add <- function(data, column, method, rule) {
  values <- data_of(data)[[column]]
  rows[[length(rows) + 1]] <<- c(list(data = data, column = column, method = method), on_present(rule, values))
}
for (data in c("complete", "skewed-right", "skewed-left")) {
  for (column in indicators_of(data_of(data))) {
    add(data, column, "auto", auto)
    add(data, column, "winsorise", winsorise_only)
    add(data, column, "log", log_only)
  }
}
# A skewness that is 0 or undefined counts as right. (A constant column at or below 0 has no logarithm: left open.)
for (column in c("symmetric", "constant", "constant_tenth")) add("degenerate", column, "log", log_only)
for (row in rows) cat(sprintf("%-13s %-24s %-9s %-13s %3d  skewness %7.3f -> %7.3f  kurtosis %7.3f -> %7.3f\n",
  row$data, row$column, row$method, row$verdict, row$points,
  row$before$skewness, row$after$skewness, row$before$kurtosis, row$after$kurtosis))
write_golden(list(made = made_with("e1071"), rows = rows), "treat")
