import CommandKit

/// Answers a shell that asks what may follow; not for people.
///
/// The first line says what the shell is to offer itself: none, files or directories. Each further
/// line is a word and, behind a tab, a few words about it.
struct CompleteWords: Command {
  var words: [String]

  static let syntax = CommandSyntax(
    "__complete", "Answer a shell that asks what may follow the words of a command line",
    Self.init,
    .argument("WORD", "The words behind the tool's name, the last of them unfinished")
  )

  func run(in context: Context) throws -> ExitCode {
    var inside = context
    inside.options = Flyconf.tree.sharedOptions(in: words) ?? SharedOptions()
    let names = CompletedNames(context: inside)
    let completion = Flyconf.tree.completions(for: words, values: names.candidates)
    let lines = completion.candidates.map { candidate in
      candidate.summary.isEmpty ? candidate.word : "\(candidate.word)\t\(candidate.summary)"
    }
    try context.console.out(
      ([completion.fallback.rawValue] + lines).map { $0 + "\n" }.joined())
    return .fine
  }
}
