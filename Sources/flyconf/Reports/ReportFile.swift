import CommandKit

/// A report besides the one on standard output: its format and the file that it is written to.
struct ReportFile: ArgumentValue {
  var format: OutputFormat
  var path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1] != "-",
      let format = OutputFormat(argument: String(parts[0]))
    else { return nil }
    self.format = format
    path = String(parts[1])
  }

  static var expectation: String? { "FORMAT=FILE, such as sarif=flyconf.sarif" }
}
