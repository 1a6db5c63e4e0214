/// What is new in a table, or in an array of tables.
struct TOMLAdditions {
  let table: TOMLRewriting.Table
  /// Keys with values that stand behind them.
  var pairs: [(key: String, value: Node)] = []
  /// Tables, and arrays of tables, that get headers, with the names of those.
  var sections: [(names: [String], value: Node)] = []

  init(_ table: TOMLRewriting.Table) { self.table = table }
}
