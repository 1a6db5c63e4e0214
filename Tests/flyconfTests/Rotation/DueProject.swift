import DeployModel
import Testing

@testable import flyconf

extension CommandProject {
  /// A project with credentials of which all are due 30 days later; every name that begins with
  /// `own` stores a generator.
  static func due(_ names: [String]) throws -> CommandProject {
    let project = try CommandProject()
    try project.run("secrets", "remove", "stripe", "--yes")
    try project.run("secrets", "remove", "resend", "--yes")
    for name in names {
      try project.set(name, "\(name)-1")
      if name.hasPrefix("own") {
        try project.run("secrets", "set", name, "--same-value", "--rotate-with", "hex:32")
      }
    }
    return project
  }

  /// Rotates what is due.
  func rotateDue(
    _ words: String..., answers: [String]? = nil, daysLater: Int64 = 30,
    files: FileSystem = FileSystem(),
    watch: @escaping @Sendable () -> InterruptionWatch = {
      InterruptionWatch(signal: { nil }, end: {})
    }
  ) -> (code: ExitCode, output: String, errors: String) {
    let (output, errors) = (test.output.text.count, test.errors.text.count)
    let context = test.context(
      answers: answers.map { TypedAnswers($0) }, files: files, daysLater: daysLater,
      watchInterruptions: watch)
    let code = Flyconf.run(["secrets", "rotate"] + words, in: context)
    return (
      code, String(test.output.text.dropFirst(output)),
      String(test.errors.text.dropFirst(errors))
    )
  }
}
