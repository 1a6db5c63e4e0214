import DeployModel

/// A program to be started, with all that it is to be started with.
struct Launch: Sendable {
  /// The words of the command line: the name of the program, and its arguments.
  var words: [String]
  /// The file of the program.
  var file: String
  var environment: ProgramEnvironment
  /// What is hidden in its output.
  var patterns: MaskPatterns

  /// Starts the program, and waits for it where something is to be hidden in its output.
  ///
  /// Where nothing is, the program takes the place of this one, so that it is the very process
  /// that shells and systems deal with.
  ///
  /// - Throws: `Failure` if it cannot be started.
  func run() throws -> ProgramEnd {
    let image = ProgramImage(self)
    if patterns.isEmpty { throw image.replaceThisProgram() }
    guard TerminalRun.isPossible else { return try PipedRun(image, patterns).run() }
    var run = try TerminalRun(starting: image, patterns)
    return try run.run()
  }
}
