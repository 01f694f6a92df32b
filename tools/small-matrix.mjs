// Stands in for the matrix class of ml-matrix in the build: the little that its eigenvalue decomposition needs of it, 35 kB less. The
// decomposition itself is that of ml-matrix, and so are its numbers, bit for bit. ml-kmeans takes the whole class for ways to begin that we
// do not use: it is always given its first centres.
class SmallMatrix {
  constructor(rows, columns = rows[0].length) {
    this.data = Array.isArray(rows)
      ? rows.map((row) => Float64Array.from(row))
      : Array.from({ length: rows }, () => new Float64Array(columns));
    this.rows = this.data.length;
    this.columns = columns;
  }
  static checkMatrix(matrix) {
    return new SmallMatrix(matrix);
  }
  isSquare() {
    return this.rows === this.columns;
  }
  isEmpty() {
    return this.rows === 0;
  }
  get(i, j) {
    return this.data[i][j];
  }
  set(i, j, value) {
    this.data[i][j] = value;
    return this;
  }
  getColumn(j) {
    return this.data.map((row) => row[j]);
  }
}

export { SmallMatrix as default, SmallMatrix as Matrix };
