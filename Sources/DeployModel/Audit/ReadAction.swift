/// What was done with a value that was opened.
package enum ReadAction: String, CaseIterable, Sendable {
  /// Shown on standard output.
  case revealed
  /// Written in a form that another program reads.
  case exported
  /// Put into the environment of a program that was started.
  case passed
}
