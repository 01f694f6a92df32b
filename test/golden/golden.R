# Shared by the make-*.R scripts: reading the data, and JSON with 17 significant digits (missing = null).
data_of <- function(name) {
  table <- read.csv(file.path("test/golden/data", paste0(name, ".csv")), stringsAsFactors = FALSE)
  rownames(table) <- table$code
  table
}
indicators_of <- function(table) setdiff(names(table), c("code", "country"))
made_with <- function(...) {
  versions <- vapply(c(...), function(p) paste(p, as.character(packageVersion(p))), "")
  paste(c(paste0("R ", getRversion()), versions), collapse = ", ")
}

# A named list becomes an object, an unnamed list or a vector of length != 1 an array. Wrap in I() for an array of one.
to_json <- function(x) {
  quoted <- function(s) paste0("\"", s, "\"")
  scalar <- function(v) {
    if (is.character(v)) return(quoted(v))
    if (is.logical(v) && !is.na(v)) return(if (v) "true" else "false")
    if (!is.finite(v)) return("null")
    sprintf("%.17g", v)
  }
  if (!is.null(names(x))) {
    parts <- vapply(seq_along(x), function(i) paste0(quoted(names(x)[i]), ": ", to_json(x[[i]])), "")
    return(paste0("{", paste(parts, collapse = ",\n"), "}"))
  }
  if (is.list(x)) return(paste0("[", paste(vapply(x, to_json, ""), collapse = ",\n"), "]"))
  if (length(x) == 1 && !inherits(x, "AsIs")) return(scalar(x))
  paste0("[", paste(vapply(unclass(x), scalar, ""), collapse = ", "), "]")
}
write_golden <- function(x, name) {
  writeLines(to_json(x), file.path("test/golden", paste0(name, ".json")))
}
